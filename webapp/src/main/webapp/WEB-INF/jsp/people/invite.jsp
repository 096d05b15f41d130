<ui:page title="${t.of('people.invite')}" active="users">
<jsp:attribute name="crumbs"><li><a href="${v.at('/admin/users')}">${fn:escapeXml(t.of('nav.users'))}</a></li><li aria-current="page">${fn:escapeXml(t.of('people.invite'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('people.invite-sub'))}</jsp:attribute>
<jsp:body>
<ui:form-errors form="${it.form()}"/>
<form class="card form-card" method="post" action="${v.at('/admin/invitations/new')}"><div class="card-body"><ui:csrf/>
<ui:field form="${it.form()}" name="email" type="email" label="${t.of('signin.email')}" autocomplete="off" maxlength="254"/>
<ui:field form="${it.form()}" name="name" label="${t.of('account.name')}" hint="${t.of('people.invite-name')}" autocomplete="off" maxlength="120"/>
<ui:field form="${it.form()}" name="language" label="${t.of('people.invite-language')}"><select class="form-select" id="language" name="language"><option value="fr" lang="fr"<c:if test="${it.form().has('language', 'fr')}"> selected</c:if>>${fn:escapeXml(t.of('account.language.fr'))}</option><option value="en" lang="en"<c:if test="${it.form().has('language', 'en')}"> selected</c:if>>${fn:escapeXml(t.of('account.language.en'))}</option></select></ui:field>
<ui:field form="${it.form()}" name="role" label="${t.of('people.role')}"><select class="form-select" id="role" name="role"><c:forEach items="${it.offer().roles()}" var="role"><option value="${fn:escapeXml(role.id())}"<c:if test="${it.form().has('role', role.id())}"> selected</c:if>>${fn:escapeXml(v.roleName(role))}</option></c:forEach></select></ui:field>
<ui:scope form="${it.form()}" scopes="${it.offer().scopes()}"/>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('people.invite-send'))}</button><a class="btn" href="${v.at('/admin/users')}">${fn:escapeXml(t.of('people.cancel'))}</a></div>
</div></form>
</jsp:body>
</ui:page>
