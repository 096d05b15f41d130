<ui:platform title="${t.of('nav.platform-users')}" active="platform-users">
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('people.platform-done.'.concat(it.done()))}"/></c:if>
<c:if test="${not empty it.refused()}"><ui:banner tone="critical" icon="filled/alert-octagon" text="${it.refused()}"/></c:if>
<ui:form-errors form="${it.form()}"/>
<div class="card table-card">
<table class="table admin-table">
<caption class="visually-hidden">${fn:escapeXml(t.of('nav.platform-users'))}</caption>
<thead><tr><th scope="col">${fn:escapeXml(t.of('people.name'))}</th><th scope="col">${fn:escapeXml(t.of('people.last-sign-in'))}</th><th scope="col"><span class="visually-hidden">${fn:escapeXml(t.of('people.actions'))}</span></th></tr></thead>
<tbody>
<c:forEach items="${it.rows()}" var="row">
<tr>
<td data-label="${fn:escapeXml(t.of('people.name'))}"><b>${fn:escapeXml(row.name())}</b><c:if test="${row.self()}"> <small>${fn:escapeXml(t.of('people.self'))}</small></c:if><small>${fn:escapeXml(row.email())}</small></td>
<td data-label="${fn:escapeXml(t.of('people.last-sign-in'))}"><c:choose><c:when test="${row.lastSignIn() == null}">${fn:escapeXml(t.of('people.never'))}</c:when><c:otherwise><time datetime="${v.iso(row.lastSignIn())}">${f.dateTime(row.lastSignIn())}</time></c:otherwise></c:choose></td>
<td><c:if test="${not row.self()}"><div class="row-actions"><ui:confirm action="${v.path('/platform/users/')}${fn:escapeXml(row.id())}/remove" open="${t.of('people.platform-remove')}" question="${t.of('people.platform-remove-question', row.name())}" verb="${t.of('people.platform-remove')}"/></div></c:if></td>
</tr>
</c:forEach>
</tbody>
</table>
</div>
<form class="card form-card" method="post" action="${v.path('/platform/users')}"><div class="card-body"><ui:csrf/>
<ui:field form="${it.form()}" name="email" type="email" label="${t.of('people.platform-add-label')}" hint="${t.of('people.platform-add-hint')}" autocomplete="off" maxlength="254"/>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('people.platform-add'))}</button></div>
</div></form>
</jsp:body>
</ui:platform>
