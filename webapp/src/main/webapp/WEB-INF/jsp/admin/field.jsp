<c:set var="title" value="${t.of(empty it.code() ? 'fields.new' : 'fields.edit')}"/>
<c:set var="action" value="${v.at(empty it.code() ? '/admin/fields' : '/admin/fields/'.concat(it.code()).concat('/edit'))}"/>
<ui:page title="${title}" active="fields">
<jsp:attribute name="crumbs"><li><a href="${v.at('/admin/fields')}">${fn:escapeXml(t.of('fields.title'))}</a></li><li aria-current="page">${fn:escapeXml(title)}</li></jsp:attribute>
<jsp:body>
<ui:form-errors form="${it.form()}"/>
<form class="card form-card" method="post" action="${fn:escapeXml(action)}"><div class="card-body"><ui:csrf/>
<ui:field form="${it.form()}" name="labelFr" label="${t.of('fields.label-fr')}" maxlength="80"/>
<ui:field form="${it.form()}" name="labelEn" label="${t.of('fields.label-en')}" maxlength="80"/>
<c:choose><c:when test="${empty it.code()}">
<ui:field form="${it.form()}" name="kind" label="${t.of('fields.column.kind')}" hint="${t.of('fields.kind-hint')}"><select class="form-select" id="kind" name="kind" aria-describedby="kind-hint"><c:forEach items="${it.kinds()}" var="kind"><option value="${fn:escapeXml(kind)}"<c:if test="${it.form().value('kind') == kind}"> selected</c:if>>${fn:escapeXml(t.of('fields.kind.'.concat(kind)))}</option></c:forEach></select></ui:field>
<ui:field form="${it.form()}" name="code" label="${t.of('fields.code')}" hint="${t.of('fields.code-hint')}" maxlength="40" optional="${true}"/>
</c:when><c:otherwise><p class="note">${fn:escapeXml(t.of('fields.fixed', it.code(), t.of('fields.kind.'.concat(it.kind()))))}</p></c:otherwise></c:choose>
<c:if test="${empty it.code() || it.kind() == 'number'}"><ui:field form="${it.form()}" name="unit" label="${t.of('fields.unit')}" hint="${t.of('fields.unit-hint')}" maxlength="20" optional="${true}"/></c:if>
<ui:field form="${it.form()}" name="default" label="${t.of('fields.column.default')}" hint="${t.of('fields.default-hint')}" maxlength="500" optional="${true}"/>
<fieldset class="checks field"><label><input class="form-check-input" type="checkbox" name="required" value="on"<c:if test="${it.form().has('required', 'on')}"> checked</c:if>>${fn:escapeXml(t.of('fields.required-check'))}</label></fieldset>
<c:if test="${empty it.code() || it.kind() == 'list'}"><fieldset class="field field-choices"><legend class="field-label">${fn:escapeXml(t.of('fields.choices'))}</legend><p class="field-hint">${fn:escapeXml(t.of('fields.choices-hint'))}</p>
<c:if test="${not empty it.form().error('choice-1-fr')}"><p class="field-error"><ui:icon name="filled/alert-octagon"/>${fn:escapeXml(it.form().error('choice-1-fr'))}</p></c:if>
<c:forEach items="${it.lines()}" var="line"><c:set var="name" value="choice-${line}"/><div class="choice-line"><input type="hidden" name="${fn:escapeXml(name)}-was" value="${fn:escapeXml(it.form().raw(name.concat('-was')))}"><input class="form-control" id="${fn:escapeXml(name)}-fr" name="${fn:escapeXml(name)}-fr" maxlength="80" aria-label="${fn:escapeXml(t.of('fields.choice-fr', line))}" value="${fn:escapeXml(it.form().value(name.concat('-fr')))}"><input class="form-control" name="${fn:escapeXml(name)}-en" maxlength="80" aria-label="${fn:escapeXml(t.of('fields.choice-en', line))}" value="${fn:escapeXml(it.form().value(name.concat('-en')))}"></div></c:forEach>
</fieldset></c:if>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of(empty it.code() ? 'fields.create' : 'fields.save'))}</button><a class="btn" href="${v.at('/admin/fields')}">${fn:escapeXml(t.of('fields.cancel'))}</a></div>
</div></form>
</jsp:body>
</ui:page>
