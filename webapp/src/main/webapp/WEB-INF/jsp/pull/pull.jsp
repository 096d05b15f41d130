<c:set var="page" value="${v.at('/batteries/'.concat(it.battery().uid()))}"/>
<ui:page title="${t.of('pull.title', it.battery().name())}" active="batteries">
<jsp:attribute name="crumbs"><li><a href="${fn:escapeXml(page)}">${fn:escapeXml(it.battery().name())}</a></li><li aria-current="page">${fn:escapeXml(t.of('pull.crumb'))}</li></jsp:attribute>
<jsp:body>
<ui:form-errors form="${it.form()}"/>
<c:if test="${not empty it.heardFault()}"><ui:banner tone="critical" icon="filled/alert-octagon" text="${t.of('pull.fault.'.concat(it.heardFault()))}"><c:if test="${not empty it.heardDetail()}"><p class="note" lang="en">${fn:escapeXml(it.heardDetail())}</p></c:if></ui:banner></c:if>
<c:if test="${it.understood()}"><ui:card title="${t.of('pull.heard')}" note="${t.of('pull.frames', it.frames())}"><dl class="facts">
<c:if test="${it.has('packVoltage')}"><div><dt>${fn:escapeXml(t.of('battery.metric.packVoltage'))}</dt><dd>${f.packVoltage(it.value('packVoltage'))}</dd></div></c:if>
<c:if test="${it.has('current')}"><div><dt>${fn:escapeXml(t.of('battery.metric.current'))}</dt><dd>${f.current(it.value('current'))}</dd></div></c:if>
<c:if test="${it.has('power')}"><div><dt>${fn:escapeXml(t.of('battery.metric.power'))}</dt><dd>${f.power(it.value('power'))}</dd></div></c:if>
<c:if test="${it.has('soc')}"><div><dt>${fn:escapeXml(t.of('pull.soc'))}</dt><dd>${f.soc(it.value('soc'))}</dd></div></c:if>
<c:if test="${it.has('temperatureMax')}"><div><dt>${fn:escapeXml(t.of('battery.metric.temperatureMax'))}</dt><dd>${f.temperature(it.value('temperatureMax'))}</dd></div></c:if>
<c:if test="${it.cellCount() > 0}"><div><dt>${fn:escapeXml(t.of('pull.cells'))}</dt><dd>${f.count(it.cellCount())}</dd></div></c:if>
</dl><p class="note">${fn:escapeXml(t.of('pull.not-saved'))}</p></ui:card></c:if>
<form class="card form-card" method="post" action="${fn:escapeXml(page)}/pull"><div class="card-body"><ui:csrf/>
<p class="note">${fn:escapeXml(t.of('pull.intro'))}</p>
<ui:field form="${it.form()}" name="address" label="${t.of('pull.address')}" hint="${t.of('pull.hint.'.concat(it.medium()))}" inputmode="url" maxlength="255"/>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('fields.save'))}</button><button class="btn" type="submit" formaction="${fn:escapeXml(page)}/pull/test">${fn:escapeXml(t.of('pull.try'))}</button><a class="btn" href="${fn:escapeXml(page)}">${fn:escapeXml(t.of('fields.cancel'))}</a></div>
</div></form>
<c:if test="${it.device().isPresent()}"><ui:card title="${t.of('pull.now')}"><dl class="facts">
<div><dt>${fn:escapeXml(t.of('pull.state'))}</dt><dd>${fn:escapeXml(t.of('pull.state.'.concat(it.state())))}</dd></div>
<div><dt>${fn:escapeXml(t.of('pull.contact'))}</dt><dd>${it.contactMillis() == 0 ? '—' : f.dateTime(it.contactMillis())}</dd></div>
<c:if test="${not empty it.fault()}"><div><dt>${fn:escapeXml(t.of('pull.fault'))}</dt><dd>${fn:escapeXml(t.of('pull.fault.'.concat(it.fault())))}<c:if test="${not empty it.detail()}"><br><small lang="en">${fn:escapeXml(it.detail())}</small></c:if></dd></div>
<div><dt>${fn:escapeXml(t.of('pull.failures'))}</dt><dd>${f.count(it.count())}</dd></div></c:if>
<c:if test="${it.asked() and it.nextMillis() > 0}"><div><dt>${fn:escapeXml(t.of('pull.next'))}</dt><dd>${f.dateTime(it.nextMillis())}</dd></div></c:if>
</dl><c:if test="${it.asked()}"><form method="post" action="${fn:escapeXml(page)}/pull/off"><ui:csrf/><button class="btn btn-sm" type="submit">${fn:escapeXml(t.of('pull.off'))}</button></form></c:if></ui:card></c:if>
</jsp:body>
</ui:page>
