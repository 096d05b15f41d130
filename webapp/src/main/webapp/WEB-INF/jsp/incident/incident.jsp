<c:set var="at" value="${v.path('/platform/incidents')}"/>
<ui:platform title="${it.isNew() ? t.of('incident.new') : t.of('incident.number', it.id())}" active="platform-incidents">
<jsp:body>
<p><a href="${v.path('/platform/incidents')}">${fn:escapeXml(t.of('nav.platform-incidents'))}</a></p>
<ui:form-errors form="${it.form()}"/>
<form class="card form-card" method="post" action="${fn:escapeXml(at)}<c:if test="${not it.isNew()}">/${fn:escapeXml(it.id())}</c:if>"><div class="card-body"><ui:csrf/>
<input type="hidden" name="version" value="${fn:escapeXml(it.form().value('version'))}">
<p class="note">${fn:escapeXml(t.of('incident.no-names'))}</p>
<ui:field form="${it.form()}" name="occurred" label="${t.of('incident.occurred')}" hint="${t.of('incident.occurred-hint')}" maxlength="200"/>
<ui:field form="${it.form()}" name="awareOn" type="date" label="${t.of('incident.aware-on')}"/>
<ui:field form="${it.form()}" name="clients" label="${t.of('incident.clients')}" hint="${t.of('incident.clients-hint')}" maxlength="500"/>
<ui:written form="${it.form()}" name="information" label="${t.of('incident.information')}" hint="${t.of('incident.information-hint')}"/>
<ui:written form="${it.form()}" name="circumstances" label="${t.of('incident.circumstances')}" hint="${t.of('incident.circumstances-hint')}"/>
<ui:field form="${it.form()}" name="persons" label="${t.of('incident.persons')}" hint="${t.of('incident.persons-hint')}" maxlength="120"/>
<ui:field form="${it.form()}" name="seriousRisk" label="${t.of('incident.serious-risk')}"><select class="form-select" id="seriousRisk" name="seriousRisk" required><option value="">${fn:escapeXml(t.of('incident.choose'))}</option><option value="yes"<c:if test="${it.form().has('seriousRisk', 'yes')}"> selected</c:if>>${fn:escapeXml(t.of('incident.yes'))}</option><option value="no"<c:if test="${it.form().has('seriousRisk', 'no')}"> selected</c:if>>${fn:escapeXml(t.of('incident.no'))}</option></select></ui:field>
<ui:written form="${it.form()}" name="assessment" label="${t.of('incident.assessment')}" hint="${t.of('incident.assessment-hint')}"/>
<ui:field form="${it.form()}" name="commissionOn" type="date" label="${t.of('incident.commission-on')}" hint="${t.of('incident.commission-on-hint')}" optional="${true}"/>
<ui:field form="${it.form()}" name="personsToldOn" type="date" label="${t.of('incident.persons-told-on')}" optional="${true}"/>
<ui:written form="${it.form()}" name="publicNotice" label="${t.of('incident.public-notice')}" hint="${t.of('incident.public-notice-hint')}" optional="${true}"/>
<ui:written form="${it.form()}" name="measures" label="${t.of('incident.measures')}" hint="${t.of('incident.measures-hint')}"/>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('account.save'))}</button><a class="btn" href="${v.path('/platform/incidents')}">${fn:escapeXml(t.of('clients.cancel'))}</a></div>
</div></form>
</jsp:body>
</ui:platform>
