<c:set var="at" value="${v.at('/admin/can-databases')}"/>
<ui:page title="${t.of('nav.can-databases')}" active="can-databases">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('nav.can-databases'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('candb.sub'))}</jsp:attribute>
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('candb.done.'.concat(it.done()))}"/></c:if>
<ui:form-errors form="${it.form()}"/>
<c:choose>
<c:when test="${empty it.lines()}"><div class="card"><div class="card-body"><ui:empty icon="arrows-left-right" title="${t.of('candb.none.title')}" text="${t.of('candb.none.text')}"/></div></div></c:when>
<c:otherwise><ui:card title="${t.of('candb.list')}" flush="${true}"><table class="table admin-table"><thead><tr><th scope="col">${fn:escapeXml(t.of('candb.file'))}</th><th scope="col">${fn:escapeXml(t.of('candb.signals'))}</th><th scope="col">${fn:escapeXml(t.of('candb.batteries'))}</th><th scope="col">${fn:escapeXml(t.of('candb.added'))}</th><th scope="col"><span class="visually-hidden">${fn:escapeXml(t.of('candb.delete'))}</span></th></tr></thead><tbody>
<c:forEach items="${it.lines()}" var="line"><tr>
<td data-label="${fn:escapeXml(t.of('candb.file'))}"><a href="${fn:escapeXml(at)}/${fn:escapeXml(line.one().uid())}"><b>${fn:escapeXml(line.one().name())}</b></a><c:if test="${not line.one().confirmed()}"><small>${fn:escapeXml(t.of('candb.proposed'))}</small></c:if></td>
<td data-label="${fn:escapeXml(t.of('candb.signals'))}">${f.count(line.count())}</td>
<td data-label="${fn:escapeXml(t.of('candb.batteries'))}"><c:choose><c:when test="${empty line.batteries()}">—</c:when><c:otherwise><c:forEach items="${line.batteries()}" var="battery" varStatus="place"><c:if test="${not place.first}">, </c:if><a href="${v.at('/batteries/')}${fn:escapeXml(battery.uid())}">${fn:escapeXml(battery.name())}</a></c:forEach></c:otherwise></c:choose></td>
<td data-label="${fn:escapeXml(t.of('candb.added'))}">${f.dateTime(line.one().addedAt().toEpochMilli())}</td>
<td><c:choose><c:when test="${empty line.batteries()}"><ui:confirm action="${at.concat('/').concat(line.one().uid()).concat('/delete')}" open="${t.of('candb.delete')}" question="${t.of('candb.delete-question', line.one().name())}" verb="${t.of('candb.delete-verb')}"/></c:when><c:otherwise><small>${fn:escapeXml(t.of('candb.used'))}</small></c:otherwise></c:choose></td>
</tr></c:forEach></tbody></table></ui:card></c:otherwise>
</c:choose>
<div class="card form-card"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('candb.new'))}</h2></div><div class="card-body">
<form method="post" action="${fn:escapeXml(at)}" enctype="multipart/form-data"><ui:csrf/>
<ui:field form="${it.form()}" name="file" label="${t.of('candb.file-dbc')}" hint="${t.of('candb.file-hint')}"><input class="form-control" id="file" name="file" type="file" accept=".dbc" required aria-describedby="file-hint"></ui:field>
<c:if test="${not empty it.detail()}"><p class="note" lang="en">${fn:escapeXml(it.detail())}</p></c:if>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('candb.send'))}</button></div></form>
</div></div>
</jsp:body>
</ui:page>
