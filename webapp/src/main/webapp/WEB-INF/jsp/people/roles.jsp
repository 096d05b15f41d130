<ui:page title="${t.of('nav.roles')}" active="roles">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('nav.roles'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('people.roles-sub'))}</jsp:attribute>
<jsp:attribute name="actions"><a class="btn btn-primary" href="${v.at('/admin/roles/new')}">${fn:escapeXml(t.of('people.role-new'))}</a></jsp:attribute>
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('people.role-done.'.concat(it.done()))}"/></c:if>
<div class="card table-card">
<div class="matrix-scroll" tabindex="0" role="region" aria-label="${fn:escapeXml(t.of('nav.roles'))}">
<table class="table matrix">
<thead><tr><th scope="col">${fn:escapeXml(t.of('people.permission'))}</th><c:forEach items="${it.columns()}" var="column"><th scope="col"><c:choose><c:when test="${column.changeable()}"><a href="${v.at('/admin/roles/')}${fn:escapeXml(column.role().id())}">${fn:escapeXml(v.roleName(column.role()))}</a></c:when><c:otherwise>${fn:escapeXml(v.roleName(column.role()))}</c:otherwise></c:choose></th></c:forEach></tr></thead>
<c:forEach items="${it.domains()}" var="domain">
<tbody>
<tr class="matrix-domain"><th scope="rowgroup" colspan="${fn:length(it.columns()) + 1}">${fn:escapeXml(t.of('permission.domain.'.concat(domain.name())))}</th></tr>
<c:forEach items="${domain.rows()}" var="row"><tr><th scope="row">${fn:escapeXml(t.of('permission.'.concat(row.name())))}</th><c:forEach items="${row.held()}" var="held"><td><c:choose><c:when test="${held}"><span class="matrix-yes"><ui:icon name="circle-check"/></span><span class="visually-hidden">${fn:escapeXml(t.of('people.yes'))}</span></c:when><c:otherwise><span class="matrix-no"><ui:icon name="minus"/></span><span class="visually-hidden">${fn:escapeXml(t.of('people.no'))}</span></c:otherwise></c:choose></td></c:forEach></tr></c:forEach>
</tbody>
</c:forEach>
</table>
</div>
</div>
</jsp:body>
</ui:page>
