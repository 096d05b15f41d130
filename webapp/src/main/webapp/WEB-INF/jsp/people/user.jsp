<c:set var="person" value="${it.row().member()}"/>
<ui:page title="${person.displayName()}" active="users">
<jsp:attribute name="crumbs"><li><a href="${v.at('/admin/users')}">${fn:escapeXml(t.of('nav.users'))}</a></li><li aria-current="page">${fn:escapeXml(person.displayName())}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(person.email())}</jsp:attribute>
<jsp:body>
<ui:form-errors form="${it.form()}"/>
<c:choose>
<c:when test="${not it.row().changeable()}"><ui:banner tone="unknown" icon="info-circle" text="${t.of(it.row().self() ? 'people.refused.own' : 'people.refused.beyond-own')}"/></c:when>
<c:otherwise>
<form class="card form-card" method="post" action="${v.at('/admin/users/')}${fn:escapeXml(person.id())}"><div class="card-body"><ui:csrf/>
<ui:field form="${it.form()}" name="role" label="${t.of('people.role')}"><select class="form-select" id="role" name="role"><c:forEach items="${it.roles()}" var="role"><option value="${fn:escapeXml(role.id())}"<c:if test="${it.form().has('role', role.id())}"> selected</c:if>>${fn:escapeXml(v.roleName(role))}</option></c:forEach></select></ui:field>
<ui:scope form="${it.form()}" scopes="${it.scopes()}"/>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('people.save'))}</button><a class="btn" href="${v.at('/admin/users')}">${fn:escapeXml(t.of('people.cancel'))}</a></div>
</div></form>
</c:otherwise>
</c:choose>
</jsp:body>
</ui:page>
