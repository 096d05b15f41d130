<c:set var="title" value="${empty it.id() ? t.of('people.role-new') : it.form().value('name')}"/>
<ui:page title="${title}" active="roles">
<jsp:attribute name="crumbs"><li><a href="${v.at('/admin/roles')}">${fn:escapeXml(t.of('nav.roles'))}</a></li><li aria-current="page">${fn:escapeXml(title)}</li></jsp:attribute>
<jsp:body>
<ui:form-errors form="${it.form()}"/>
<form class="card form-card" method="post" action="${v.at('/admin/roles')}${empty it.id() ? '' : '/'}${fn:escapeXml(it.id())}"><div class="card-body"><ui:csrf/>
<ui:field form="${it.form()}" name="name" label="${t.of('people.role-name-label')}" maxlength="60" autocomplete="off"/>
<c:forEach items="${it.domains()}" var="domain">
<fieldset class="field checks"><legend class="field-label">${fn:escapeXml(t.of('permission.domain.'.concat(domain.name())))}</legend>
<c:forEach items="${domain.choices()}" var="choice"><label><input class="form-check-input" type="checkbox" name="permission" value="${fn:escapeXml(choice.name())}"<c:if test="${choice.given() or it.form().has('permission', choice.name())}"> checked</c:if><c:if test="${choice.given() or not choice.offered()}"> disabled</c:if>>${fn:escapeXml(t.of('permission.'.concat(choice.name())))}<c:if test="${choice.given()}"> <small>${fn:escapeXml(t.of('people.always'))}</small></c:if></label></c:forEach>
</fieldset>
</c:forEach>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('people.save'))}</button><a class="btn" href="${v.at('/admin/roles')}">${fn:escapeXml(t.of('people.cancel'))}</a></div>
</div></form>
<c:if test="${not empty it.id()}"><div class="form-card role-delete"><ui:confirm action="${v.at('/admin/roles/')}${fn:escapeXml(it.id())}/delete" open="${t.of('people.role-delete')}" question="${t.of('people.role-delete-question', it.form().value('name'))}" verb="${t.of('people.role-delete')}"/></div></c:if>
</jsp:body>
</ui:page>
