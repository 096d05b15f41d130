<c:set var="client" value="${it.row().client()}"/>
<c:set var="at" value="${v.path('/platform/clients/'.concat(client.id().slug()))}"/>
<c:set var="state" value="${it.row().state()}"/>
<ui:platform title="${client.name()}" active="platform-clients">
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('clients.done.'.concat(it.done()))}"/></c:if>
<ui:form-errors form="${it.form()}"/>
<ui:card title="${t.of('clients.status')}" kind="form-card" note="${client.id().slug()}"><div id="standing"></div>
<dl class="facts">
<div><dt>${fn:escapeXml(t.of('clients.status'))}</dt><dd><ui:client-state row="${it.row()}"/></dd></div>
<c:if test="${it.heldSince() > 0}"><div><dt>${fn:escapeXml(t.of('clients.since'))}</dt><dd>${f.dateTime(it.heldSince())}</dd></div></c:if>
<c:if test="${not empty it.reason()}"><div><dt>${fn:escapeXml(t.of('clients.reason'))}</dt><dd>${fn:escapeXml(it.reason())}</dd></div></c:if>
<div><dt>${fn:escapeXml(t.of('clients.created'))}</dt><dd>${f.date(client.createdAt().toEpochMilli())}</dd></div>
<div><dt>${fn:escapeXml(t.of('clients.retention'))}</dt><dd>${fn:escapeXml(it.row().retention())}</dd></div>
<div><dt>${fn:escapeXml(t.of('clients.archive'))}</dt><dd><c:choose><c:when test="${empty it.archive()}">${fn:escapeXml(t.of('clients.no-archive'))}</c:when><c:otherwise>${f.dateTime(it.archivedAt())}&#32;<small>${fn:escapeXml(it.archive().file())}</small></c:otherwise></c:choose></dd></div>
</dl>
<c:if test="${state == 'provisioning'}"><p class="note">${fn:escapeXml(t.of('clients.incomplete'))}</p></c:if>
<c:if test="${state == 'suspended'}"><p class="note">${fn:escapeXml(t.of('clients.export-first'))}&#32;<code>${fn:escapeXml(t.of('clients.export-command', client.id().slug()))}</code></p>
<ui:confirm action="${at}/lift" open="${t.of('clients.lift')}" question="${t.of('clients.lift-question', client.name())}" verb="${t.of('clients.lift')}"/></c:if>
<c:if test="${state == 'deleting'}"><ui:confirm action="${at}/restore" open="${t.of('clients.restore')}" question="${t.of('clients.restore-question', client.name())}" verb="${t.of('clients.restore')}"/></c:if>
</ui:card>
<c:if test="${state == 'active' or state == 'suspended'}">
<form class="card form-card" method="post" action="${v.path('/platform/visits')}?client=${fn:escapeXml(client.id().slug())}"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('support.title'))}</h2></div><div class="card-body"><ui:csrf/><input type="hidden" name="client" value="${fn:escapeXml(client.id().slug())}">
<p class="note">${fn:escapeXml(t.of('support.about'))}</p>
<ui:field form="${it.form()}" name="visitReason" label="${t.of('clients.reason')}" hint="${t.of('support.reason-hint')}" autocomplete="off" maxlength="200"/>
<ui:field form="${it.form()}" name="minutes" label="${t.of('support.length')}"><select class="form-select" id="minutes" name="minutes"><c:forEach items="${it.minutes()}" var="minutes"><option value="${fn:escapeXml(minutes)}"<c:if test="${it.form().has('minutes', minutes.toString())}"> selected</c:if>>${fn:escapeXml(t.of('support.minutes', minutes))}</option></c:forEach></select></ui:field>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('support.begin'))}</button></div>
</div></form>
<form class="card form-card" method="post" action="${fn:escapeXml(at)}/quotas"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('quota.title'))}</h2></div><div class="card-body"><ui:csrf/>
<c:if test="${not empty it.row().use()}"><dl class="facts">
<div><dt>${fn:escapeXml(t.of('quota.batteries'))}</dt><dd><ui:used used="${it.row().use().batteries()}" limit="${it.row().use().quota().batteries()}"/></dd></div>
<div><dt>${fn:escapeXml(t.of('quota.users'))}</dt><dd><ui:used used="${it.row().use().users()}" limit="${it.row().use().quota().users()}"/></dd></div>
<div><dt>${fn:escapeXml(t.of('clients.samples'))}</dt><dd><ui:used used="${it.row().use().samplesToday()}" limit="${it.row().use().quota().samplesADay()}"/></dd></div>
</dl></c:if>
<p class="note">${fn:escapeXml(t.of('clients.quota-hint'))}</p>
<ui:field form="${it.form()}" name="batteries" label="${t.of('quota.batteries')}" inputmode="numeric" maxlength="20" optional="${true}"/>
<ui:field form="${it.form()}" name="users" label="${t.of('quota.users')}" inputmode="numeric" maxlength="20" optional="${true}"/>
<ui:field form="${it.form()}" name="samplesADay" label="${t.of('quota.samplesADay')}" inputmode="numeric" maxlength="20" optional="${true}"/>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('fields.save'))}</button></div>
</div></form>
<form class="card form-card" method="post" action="${fn:escapeXml(at)}/factor"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('clients.factor'))}</h2></div><div class="card-body"><ui:csrf/>
<p>${fn:escapeXml(t.of(it.factorRequired() ? 'clients.factor-on' : 'clients.factor-off'))}</p><input type="hidden" name="required" value="${fn:escapeXml(not it.factorRequired())}">
<div class="form-foot"><button class="btn" type="submit">${fn:escapeXml(t.of(it.factorRequired() ? 'clients.factor-drop' : 'clients.factor-demand'))}</button></div>
</div></form>
</c:if>
<c:if test="${state == 'active'}"><form class="card form-card" method="post" action="${fn:escapeXml(at)}/suspend"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('clients.suspend'))}</h2></div><div class="card-body"><ui:csrf/>
<p class="note">${fn:escapeXml(t.of('clients.suspend-about'))}</p>
<ui:field form="${it.form()}" name="suspendReason" label="${t.of('clients.reason')}" hint="${t.of('clients.suspend-hint')}" autocomplete="off" maxlength="200"/>
<div class="form-foot"><button class="btn btn-outline-danger" type="submit">${fn:escapeXml(t.of('clients.suspend'))}</button></div>
</div></form></c:if>
<c:if test="${state == 'suspended'}"><form class="card form-card" method="post" action="${fn:escapeXml(at)}/delete"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('clients.delete'))}</h2></div><div class="card-body"><ui:csrf/>
<p class="note">${fn:escapeXml(t.of('clients.delete-about'))}</p>
<ui:field form="${it.form()}" name="deleteReason" label="${t.of('clients.reason')}" autocomplete="off" maxlength="200"/>
<ui:field form="${it.form()}" name="grace" label="${t.of('clients.grace')}" inputmode="numeric" maxlength="3"/>
<div class="form-foot"><button class="btn btn-danger" type="submit">${fn:escapeXml(t.of('clients.delete'))}</button></div>
</div></form></c:if>
</jsp:body>
</ui:platform>
