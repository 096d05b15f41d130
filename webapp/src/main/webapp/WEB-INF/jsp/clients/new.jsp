<ui:platform title="${t.of('clients.new')}" active="platform-clients">
<jsp:body>
<ui:form-errors form="${it.form()}"/>
<form class="card form-card" method="post" action="${v.path('/platform/clients/new')}"><div class="card-body"><ui:csrf/>
<ui:field form="${it.form()}" name="name" label="${t.of('clients.name')}" autocomplete="off" maxlength="120"/>
<ui:field form="${it.form()}" name="client" label="${t.of('clients.slug')}" hint="${t.of('clients.slug-hint')}" autocomplete="off" maxlength="24"/>
<ui:field form="${it.form()}" name="displayName" label="${t.of('clients.admin-name')}" autocomplete="off" maxlength="120"/>
<ui:field form="${it.form()}" name="email" type="email" label="${t.of('clients.admin-email')}" hint="${t.of('clients.admin-hint')}" autocomplete="off" maxlength="254"/>
<ui:field form="${it.form()}" name="language" label="${t.of('clients.language')}"><select class="form-select" id="language" name="language"><option value="fr"<c:if test="${not it.form().has('language', 'en')}"> selected</c:if>>${fn:escapeXml(t.of('clients.language-fr'))}</option><option value="en"<c:if test="${it.form().has('language', 'en')}"> selected</c:if>>${fn:escapeXml(t.of('clients.language-en'))}</option></select></ui:field>
<ui:retention form="${it.form()}" label="${t.of('settings.retention')}" usual="${it.installationPeriod()}"/>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('clients.make'))}</button><a class="btn" href="${v.path('/platform/clients')}">${fn:escapeXml(t.of('clients.cancel'))}</a></div>
</div></form>
</jsp:body>
</ui:platform>
