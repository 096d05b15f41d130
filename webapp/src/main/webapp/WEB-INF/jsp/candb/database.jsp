<c:set var="list" value="${v.at('/admin/can-databases')}"/>
<c:set var="at" value="${list.concat('/').concat(it.one().uid())}"/>
<ui:page title="${it.one().name()}" active="can-databases" script="can-database">
<jsp:attribute name="crumbs"><li><a href="${fn:escapeXml(list)}">${fn:escapeXml(t.of('nav.can-databases'))}</a></li><li aria-current="page">${fn:escapeXml(it.one().name())}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('candb.map-sub'))}</jsp:attribute>
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('candb.done.'.concat(it.done()))}"/></c:if>
<c:if test="${not it.one().confirmed()}"><ui:banner tone="warning" icon="alert-triangle" text="${t.of('candb.proposal')}"/></c:if>
<c:if test="${it.behind}"><ui:banner tone="warning" icon="alert-triangle" text="${t.of('candb.behind')}"/></c:if>
<ui:form-errors form="${it.form()}"/>
<c:if test="${not empty it.detail()}"><p class="note" lang="en">${fn:escapeXml(it.detail())}</p></c:if>
<form class="form-stack" method="post" action="${fn:escapeXml(at)}?page=${it.number()}" data-mapping="${fn:escapeXml(at)}/preview?page=${it.number()}"><ui:csrf/>
<div class="card"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('candb.preview'))}</h2></div><div class="card-body">
<p data-preview="source"><c:choose><c:when test="${it.source().count() > 0 and it.source().live()}">${fn:escapeXml(t.of('candb.source.live', it.source().count(), f.count(it.source().count()), f.dateTime(it.source().until())))}</c:when><c:when test="${it.source().live()}">${fn:escapeXml(t.of('candb.source.none'))}</c:when><c:otherwise>${fn:escapeXml(t.of('candb.source.log', it.source().count(), f.count(it.source().count())))}<c:if test="${it.source().refused() > 0}"> ${fn:escapeXml(t.of('candb.source.refused', it.source().refused(), f.count(it.source().refused()), f.count(it.source().firstRefused())))}</c:if></c:otherwise></c:choose></p>
<c:if test="${not empty it.choices()}"><ui:field form="${it.form()}" name="battery" label="${t.of('candb.from-battery')}" optional="${true}"><select class="form-select" id="battery" name="battery"><c:forEach items="${it.choices()}" var="choice"><option value="${fn:escapeXml(choice.battery().uid())}"<c:if test="${it.form().value('battery') == choice.battery().uid()}"> selected</c:if>>${fn:escapeXml(choice.battery().code())} – ${fn:escapeXml(choice.battery().name())}</option></c:forEach></select></ui:field></c:if>
<ui:field form="${it.form()}" name="log" label="${t.of('candb.log')}" hint="${t.of('candb.log-hint')}" optional="${true}"><textarea class="form-control" id="log" name="log" rows="3" maxlength="20000" spellcheck="false" aria-describedby="log-hint">${fn:escapeXml(it.form().raw('log'))}</textarea></ui:field>
<div class="form-foot"><button class="btn" type="submit" formaction="${fn:escapeXml(at)}/preview?page=${it.number()}">${fn:escapeXml(t.of('candb.try'))}</button></div>
</div></div>
<section class="card" id="signals"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('candb.mapping'))}</h2></div><div class="card-body p-0">
<table class="table admin-table signal-table"><thead><tr><th scope="col">${fn:escapeXml(t.of('candb.signal'))}</th><th scope="col">${fn:escapeXml(t.of('candb.range'))}</th><th scope="col">${fn:escapeXml(t.of('candb.meaning'))}</th><th scope="col">${fn:escapeXml(t.of('candb.told'))}</th><th scope="col">${fn:escapeXml(t.of('candb.ours'))}</th></tr></thead><tbody>
<c:forEach items="${it.lines()}" var="row"><tr>
<td data-label="${fn:escapeXml(t.of('candb.signal'))}"><b>${fn:escapeXml(row.name())}</b><small>${fn:escapeXml(row.message())}<c:if test="${row.layout() >= 0}"> · ${fn:escapeXml(t.of('candb.layout', f.count(row.layout())))}</c:if></small><c:if test="${not empty row.comment()}"><small>${fn:escapeXml(row.comment())}</small></c:if></td>
<td data-label="${fn:escapeXml(t.of('candb.range'))}"><c:choose><c:when test="${row.hasRange()}">${fn:escapeXml(t.of('candb.from-to', f.number(row.least(), row.decimals(row.least())), f.number(row.greatest(), row.decimals(row.greatest()))))}</c:when><c:otherwise>—</c:otherwise></c:choose><c:if test="${not empty row.unit()}">&nbsp;${fn:escapeXml(row.unit())}</c:if></td>
<td class="signal-cell" data-label="${fn:escapeXml(t.of('candb.meaning'))}"><c:choose><c:when test="${row.readable()}"><ui:signal-meaning row="${row}" form="${it.form()}" codes="${it.codes()}" levels="${it.levels()}"/></c:when><c:otherwise><small>${fn:escapeXml(t.of('candb.unreadable'))}</small></c:otherwise></c:choose></td>
<td data-label="${fn:escapeXml(t.of('candb.told'))}" data-preview="told-${row.number()}"><c:choose><c:when test="${row.told}">${f.number(row.told(), row.decimals(row.told()))}<c:if test="${not empty row.unit()}">&nbsp;${fn:escapeXml(row.unit())}</c:if><c:if test="${not empty row.label()}"><small>${fn:escapeXml(row.label())}</small></c:if></c:when><c:otherwise>—</c:otherwise></c:choose></td>
<td data-label="${fn:escapeXml(t.of('candb.ours'))}" data-preview="ours-${row.number()}"><c:choose><c:when test="${row.flag and row.told}">${fn:escapeXml(t.of(row.yes ? 'candb.yes' : 'candb.no'))}</c:when><c:when test="${row.ours}"><b>${f.number(row.ours(), row.decimals(row.ours()))}<c:if test="${not empty row.ourUnit()}">&nbsp;${fn:escapeXml(row.ourUnit())}</c:if></b><c:if test="${row.implausible}"><small class="field-error"><ui:icon name="filled/alert-octagon"/>${fn:escapeXml(t.of('candb.implausible'))}</small></c:if></c:when><c:otherwise>—</c:otherwise></c:choose></td>
</tr></c:forEach></tbody></table>
<div class="card-foot-line"><ui:pager pages="${it.pages()}"/></div>
</div></section>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('candb.save'))}</button><a class="btn" href="${fn:escapeXml(list)}">${fn:escapeXml(t.of('fields.cancel'))}</a></div>
</form>
<form class="card form-card" id="readers" method="post" action="${fn:escapeXml(at)}/batteries"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('candb.readers'))}</h2></div><div class="card-body"><ui:csrf/>
<c:choose><c:when test="${empty it.choices()}"><p class="note">${fn:escapeXml(t.of('candb.no-battery'))}</p></c:when><c:otherwise>
<fieldset class="checks field"><legend class="visually-hidden">${fn:escapeXml(t.of('candb.readers'))}</legend><p class="field-hint">${fn:escapeXml(t.of('candb.readers-hint'))}</p>
<c:forEach items="${it.choices()}" var="choice"><label><input class="form-check-input" type="checkbox" name="batteries" value="${fn:escapeXml(choice.battery().uid())}"<c:if test="${choice.used()}"> checked</c:if>> ${fn:escapeXml(choice.battery().code())} – ${fn:escapeXml(choice.battery().name())}<c:if test="${not empty choice.elsewhere()}"> (${fn:escapeXml(choice.elsewhere())})</c:if></label></c:forEach></fieldset>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('candb.use'))}</button></div></c:otherwise></c:choose>
</div></form>
</jsp:body>
</ui:page>
