<ui:platform title="${t.of('nav.platform-people')}" active="platform-people">
<jsp:body>
<c:if test="${it.erased()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('person.done-erased')}"/></c:if>
<form class="card form-card" method="get" action="${v.path('/platform/people')}"><div class="card-body">
<label class="field-label" for="q">${fn:escapeXml(t.of('person.search'))}</label>
<div class="form-foot"><input class="form-control search-text" id="q" name="q" type="search" maxlength="254" value="${fn:escapeXml(it.query())}"><button class="btn btn-primary" type="submit"><ui:icon name="search"/>${fn:escapeXml(t.of('person.search-submit'))}</button></div>
</div></form>
<c:choose>
<c:when test="${empty it.rows()}"><ui:empty icon="users" title="${t.of('person.none')}" text="${t.of('person.none-text')}"/></c:when>
<c:otherwise>
<div class="card table-card">
<table class="table admin-table">
<caption class="visually-hidden">${fn:escapeXml(t.of('nav.platform-people'))}</caption>
<thead><tr><th scope="col">${fn:escapeXml(t.of('people.name'))}</th><th scope="col">${fn:escapeXml(t.of('person.clients'))}</th><th scope="col">${fn:escapeXml(t.of('people.last-sign-in'))}</th><th scope="col"><span class="visually-hidden">${fn:escapeXml(t.of('people.actions'))}</span></th></tr></thead>
<tbody>
<c:forEach items="${it.rows()}" var="row">
<tr>
<td data-label="${fn:escapeXml(t.of('people.name'))}"><b>${fn:escapeXml(row.person().displayName())}</b><c:if test="${row.self()}"> <small>${fn:escapeXml(t.of('people.self'))}</small></c:if><small>${fn:escapeXml(row.person().email())}</small></td>
<td data-label="${fn:escapeXml(t.of('person.clients'))}">${fn:escapeXml(empty row.clients() ? '–' : row.clients())}</td>
<td data-label="${fn:escapeXml(t.of('people.last-sign-in'))}"><c:choose><c:when test="${row.lastSignIn() == null}">${fn:escapeXml(t.of('people.never'))}</c:when><c:otherwise><time datetime="${v.iso(row.lastSignIn())}">${f.dateTime(row.lastSignIn())}</time></c:otherwise></c:choose></td>
<td><div class="row-actions"><a class="btn btn-sm" href="${v.path('/platform/people/')}${fn:escapeXml(row.person().id())}">${fn:escapeXml(t.of('person.open'))}<span class="visually-hidden"> ${fn:escapeXml(row.person().displayName())}</span></a></div></td>
</tr>
</c:forEach>
</tbody>
</table>
</div>
<c:if test="${it.more()}"><p class="note">${fn:escapeXml(t.of('person.more', fn:length(it.rows())))}</p></c:if>
</c:otherwise>
</c:choose>
</jsp:body>
</ui:platform>
