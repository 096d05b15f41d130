<c:set var="b" value="${it.battery()}"/>
<c:set var="typeList" value="${v.at('/batteries?type='.concat(b.type().uid()))}"/>
<c:set var="placeList" value="${v.at('/batteries?place='.concat(b.type().uid()).concat('.').concat(b.place().uid()))}"/>
<ui:page title="${b.name()}" active="batteries" script="battery" charts="${true}">
<jsp:attribute name="crumbs"><li><a href="${fn:escapeXml(typeList)}">${fn:escapeXml(b.type().name())}</a></li><li><a href="${fn:escapeXml(placeList)}">${fn:escapeXml(b.place().name())}</a></li><li aria-current="page">${fn:escapeXml(b.name())}</li></jsp:attribute>
<jsp:attribute name="heading"><div class="head-line" data-battery="${fn:escapeXml(b.uid())}" data-condition="${it.condition()}" data-name="${fn:escapeXml(b.name())}" data-capacity="${it.capacity()}" data-stale-after="${b.staleThreshold().toMillis() / 1000}"><h1>${fn:escapeXml(b.name())}</h1><span data-status><ui:status condition="${it.condition()}"/></span><span class="pill-box when-live" data-flow="${it.flow()}"><ui:flow flow="${it.flow()}"/></span><span class="freshness"><ui:icon name="wifi"/><span><c:choose><c:when test="${it.now().latest().isPresent()}">${fn:escapeXml(t.of('battery.received'))}&#32;<ui:age battery="${it.now()}"/></c:when><c:otherwise>${fn:escapeXml(t.of('battery.never-received'))}</c:otherwise></c:choose></span></span></div></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(it.connectorName())} · ${fn:escapeXml(t.of('chemistry.'.concat(it.chemistry())))}<c:if test="${b.cellCount() > 0}">&#32;${b.cellCount()}S</c:if><c:if test="${it.capacity() > 0}"> · ${f.charge(it.capacity())}</c:if><c:if test="${not empty b.serialNumber()}"> · ${fn:escapeXml(t.of('battery.serial-inline', b.serialNumber()))}</c:if></jsp:attribute>
<jsp:body>
<div id="battery" data-battery="${fn:escapeXml(b.uid())}" data-condition="${it.condition()}" data-capacity="${it.capacity()}" data-stale-after="${b.staleThreshold().toMillis() / 1000}" <c:if test="${it.now().latest().isPresent()}">data-received-at="${it.now().latest().get().receivedAt().toEpochMilli()}"</c:if>>
<div class="banner banner-stale when-stale" role="status"><ui:icon name="clock-pause"/><div><b>${fn:escapeXml(t.of('battery.stale'))}</b> <span data-received>${fn:escapeXml(t.of('live.received-at', f.clock(it.ts()), f.age(it.ts(), v.now())))}</span>. ${fn:escapeXml(t.of('battery.stale-note'))}<c:if test="${not empty it.gateway()}"> <b>${fn:escapeXml(t.of('gateways.reason', it.gateway()))}</b></c:if></div></div>
<div class="banner banner-unknown when-unknown" role="status"><ui:icon name="help-circle"/><div><b>${fn:escapeXml(t.of('battery.never'))}</b> ${fn:escapeXml(t.of('battery.never-note', b.code(), it.connectorName()))}</div></div>
<c:set var="worst" value="${it.alarms().stream().findFirst().orElse(null)}"/>
<div class="when-live" id="alarm-banner"><c:if test="${not empty worst && worst.level().jsonName() != 'info'}"><ui:alarm-banner level="${worst.level().jsonName()}" text="${t.of('alarm.'.concat(worst.code().jsonName()))}" raw="${worst.raw()}"/></c:if></div>
<div class="readings">
<section class="card soc-card"><h2 class="visually-hidden">${fn:escapeXml(t.of('battery.soc'))}</h2><ui:ring percent="${it.value('soc')}" label="${t.of('battery.soc')}" note="${t.of('battery.soc-short')}" stale="${not it.isLive()}"/><dl>
<c:choose>
<c:when test="${it.has('remainingCapacity')}"><div><dt>${fn:escapeXml(t.of('battery.charge-left'))}</dt><dd data-metric="remainingCapacity" data-format="charge">${f.charge(it.value('remainingCapacity'))}</dd></div></c:when>
<c:when test="${it.capacity() > 0}"><div><dt>${fn:escapeXml(t.of('battery.charge-left'))}</dt><dd data-of-soc="${it.capacity()}" data-format="charge">${f.charge(it.ofSoc(it.capacity()))}</dd></div></c:when>
</c:choose>
<c:if test="${it.ratedEnergy() > 0}"><div><dt>${fn:escapeXml(t.of('battery.energy-left'))}</dt><dd data-of-soc="${it.ratedEnergy()}" data-format="energy">${f.energy(it.ofSoc(it.ratedEnergy()))}</dd></div></c:if>
<c:if test="${it.has('soh')}"><div><dt>${fn:escapeXml(t.of('battery.soh'))}</dt><dd data-metric="soh" data-format="soh">${f.soh(it.value('soh'))}</dd></div></c:if>
<c:if test="${it.capacity() > 0}"><div><dd class="soc-basis">${fn:escapeXml(t.of(it.has('remainingCapacity') ? 'battery.energy-basis' : 'battery.charge-basis'))}</dd></div></c:if>
</dl></section>
<c:set var="tile" value="${it.tiles().get(0)}"/>
<ui:reading tile="${tile}" shown="${f.packVoltage(tile.value())}" low="${f.unit(tile.gauge().map(g -> g.scale().low()).orElse(null), 'V', 0)}" high="${f.unit(tile.gauge().map(g -> g.scale().high()).orElse(null), 'V', 0)}"><ui:in-range tile="${tile}"/></ui:reading>
<c:set var="tile" value="${it.tiles().get(1)}"/>
<ui:reading tile="${tile}" kind="${it.flow() == 'discharging' ? ' spark-discharge' : ''}" shown="${f.current(tile.value())}" low="${f.signed(tile.gauge().map(g -> g.scale().low()).orElse(null), 'A', 0)}" high="${f.signed(tile.gauge().map(g -> g.scale().high()).orElse(null), 'A', 0)}"><span data-flow="${it.flow()}"><ui:flow flow="${it.flow()}"/></span></ui:reading>
<c:set var="tile" value="${it.tiles().get(2)}"/>
<ui:reading tile="${tile}" kind="${it.flow() == 'discharging' ? ' spark-discharge' : ''}" shown="${f.power(tile.value())}"><span data-flow="${it.flow()}"><ui:flow flow="${it.flow()}"/></span></ui:reading>
<c:set var="tile" value="${it.tiles().get(3)}"/>
<ui:reading tile="${tile}" shown="${f.temperature(tile.value())}" low="${f.unit(tile.gauge().map(g -> g.scale().low()).orElse(null), '°C', 0)}" high="${f.unit(tile.gauge().map(g -> g.scale().high()).orElse(null), '°C', 0)}">${fn:escapeXml(t.of('battery.minimum-short'))}&#32;<span data-metric="temperatureMin" data-format="temperature">${f.temperature(it.value('temperatureMin'))}</span><c:if test="${it.has('mosfetTemperature')}"> · BMS <span data-metric="mosfetTemperature" data-format="temperature">${f.temperature(it.value('mosfetTemperature'))}</span></c:if></ui:reading>
</div>
<c:if test="${it.usesPresets()}"><p class="note gauge-source"><ui:icon name="info-circle"/><span>${fn:escapeXml(t.of('battery.gauges', t.of('chemistry.'.concat(it.chemistry()))))}</span></p></c:if>
<c:if test="${it.blind().isPresent()}"><p class="note gauge-source"><ui:icon name="info-circle"/><span>${fn:escapeXml(t.of('battery.indicative', f.signed(it.blind().get().from(), 'A', 0), f.signed(it.blind().get().to(), 'A', 0)))}</span></p></c:if>
<div class="columns-wide">
<div>
<ui:card title="${t.of('battery.history')}" kind="history">
<jsp:attribute name="actions"><ui:legend key="series" text="SOC"/><ui:legend key="charge" text="${t.of('flow.charging')}"/><ui:legend key="discharge" text="${t.of('flow.discharging')}"/><ui:chart-button chart="history"/></jsp:attribute>
<jsp:body>
<nav class="history-controls" aria-label="${fn:escapeXml(t.of('battery.range'))}"><div class="btn-group"><c:forEach items="${it.ranges()}" var="range"><a class="btn btn-sm${range == it.range() ? ' active' : ''}" href="?range=${fn:escapeXml(range.text())}" data-range="${fn:escapeXml(range.text())}" data-millis="${range.millis()}"<c:if test="${range == it.range()}"> aria-current="true"</c:if>>${range.hours()}&#160;h</a></c:forEach></div></nav>
<div class="history-box" id="history-box" data-state="ready" data-period="${it.periodMillis()}">
<ui:chart id="history" series="soc power" label="${t.of('battery.history')}">
<noscript><c:choose><c:when test="${empty it.rows()}"><p>${fn:escapeXml(t.of('battery.no-history'))}</p></c:when><c:otherwise><table class="table table-sm chart-rows"><thead><tr><th scope="col">${fn:escapeXml(t.of('chart.time'))}</th><th scope="col">SOC</th><th scope="col">${fn:escapeXml(t.of('battery.metric.power'))}</th></tr></thead><tbody><c:forEach items="${it.rows()}" var="row"><tr><th scope="row">${f.dateTime(row.t())}</th><td>${f.soc1(row.soc())}</td><td><c:choose><c:when test="${row.power() > 0}">${fn:escapeXml(t.of('flow.charging'))}&#32;</c:when><c:when test="${row.power() < 0}">${fn:escapeXml(t.of('flow.discharging'))}&#32;</c:when></c:choose>${f.power(row.power())}</td></tr></c:forEach></tbody></table></c:otherwise></c:choose></noscript>
</ui:chart>
<div class="history-loading" role="status"><span class="visually-hidden">${fn:escapeXml(t.of('battery.loading'))}</span><div class="skeleton"></div><div class="skeleton"></div></div>
<div class="history-empty"><ui:empty icon="chart-line" title="${t.of('battery.no-history')}" text="${t.of('battery.no-history-note')}"/></div>
<div class="history-error"><ui:empty icon="alert-triangle" title="${t.of('battery.history-failed')}" text="${t.of('battery.history-failed-note')}"><p class="note" data-error-code></p><button class="btn btn-primary" type="button" data-retry><ui:icon name="refresh"/>${fn:escapeXml(t.of('live.retry'))}</button></ui:empty></div>
</div>
</jsp:body>
</ui:card>
<c:if test="${it.cells().isPresent()}"><ui:cells figures="${it.cells().get()}"/></c:if>
</div>
<div>
<ui:card title="${t.of('battery.alarms')}"><p class="note when-stale">${fn:escapeXml(t.of('battery.alarms-stale'))}</p><ul class="evs" id="alarms"><c:forEach items="${it.alarms()}" var="alarm"><ui:alarm-row level="${alarm.level().jsonName()}" text="${t.of('alarm.'.concat(alarm.code().jsonName()))}" raw="${alarm.raw()}"/></c:forEach></ul><p class="no-alarms" id="no-alarms"<c:if test="${not empty it.alarms()}"> hidden</c:if>>${fn:escapeXml(t.of(it.now().latest().isEmpty() ? 'battery.never' : it.reportsAlarms() ? 'js.no-alarms' : 'js.alarms-unreported'))}</p></ui:card>
<ui:card title="${t.of('battery.facts')}"><jsp:attribute name="actions"><c:if test="${v.may('MANAGE_FLEET')}"><a class="btn btn-sm" href="${fn:escapeXml(v.at('/batteries/'.concat(b.uid()).concat('/details')))}">${fn:escapeXml(t.of('details.open'))}</a> <a class="btn btn-sm" href="${fn:escapeXml(v.at('/batteries/'.concat(b.uid()).concat('/pull')))}">${fn:escapeXml(t.of('pull.open'))}</a> <a class="btn btn-sm" href="${fn:escapeXml(v.at('/batteries/'.concat(b.uid()).concat('/connect')))}">${fn:escapeXml(t.of('connect.open'))}</a></c:if></jsp:attribute><jsp:body><dl class="facts">
<div><dt>${fn:escapeXml(t.of('nav.client'))}</dt><dd>${fn:escapeXml(v.client().name())}</dd></div>
<div><dt>${fn:escapeXml(t.of('battery.type'))}</dt><dd><a href="${fn:escapeXml(typeList)}">${fn:escapeXml(b.type().name())}</a></dd></div>
<div><dt>${fn:escapeXml(t.of('battery.place'))}</dt><dd><a href="${fn:escapeXml(placeList)}">${fn:escapeXml(b.place().name())}</a></dd></div>
<div><dt>${fn:escapeXml(t.of('battery.code'))}</dt><dd>${fn:escapeXml(b.code())}</dd></div>
<div><dt>${fn:escapeXml(t.of('battery.serial'))}</dt><dd>${empty b.serialNumber() ? '—' : fn:escapeXml(b.serialNumber())}</dd></div>
<div><dt>${fn:escapeXml(t.of('battery.connector'))}</dt><dd>${fn:escapeXml(it.connectorName())}</dd></div>
<div><dt>${fn:escapeXml(t.of('battery.commissioned'))}</dt><dd>${f.date(b.commissionedAt().toEpochMilli())}</dd></div>
<c:if test="${it.capacity() > 0}"><div><dt>${fn:escapeXml(t.of('battery.capacity'))}</dt><dd>${f.charge(it.capacity())}</dd></div></c:if>
<c:if test="${it.ratedVoltage() > 0}"><div><dt>${fn:escapeXml(t.of('battery.voltage'))}</dt><dd>${f.packVoltage(it.ratedVoltage())}</dd></div></c:if>
<c:if test="${it.has('cycles')}"><div><dt>${fn:escapeXml(t.of('battery.cycles'))}</dt><dd data-metric="cycles" data-format="count">${f.count(it.value('cycles'))}</dd></div></c:if>
<c:if test="${it.has('insulation')}"><div><dt>${fn:escapeXml(t.of('battery.insulation'))}</dt><dd>${f.unit(it.value('insulation'), 'kΩ', 0)}</dd></div></c:if>
<c:forEach items="${it.facts()}" var="fact"><div><dt>${fn:escapeXml(fact.label())}</dt><dd>${empty fact.value() ? '—' : fn:escapeXml(fact.value())}</dd></div></c:forEach>
<c:if test="${not empty b.details().tags()}"><div><dt>${fn:escapeXml(t.of('details.tags'))}</dt><dd><ui:words words="${b.details().tags()}"/></dd></div></c:if>
</dl></jsp:body></ui:card>
<c:if test="${not empty it.temperatures()}"><ui:card title="${t.of('battery.temperatures')}" note="${t.of('battery.sensors', fn:length(it.temperatures()))}"><ol class="sensors" id="sensors"><c:forEach items="${it.temperatures()}" var="celsius" varStatus="sensor"><li><small>${sensor.count}</small> <b>${f.temperature(celsius)}</b></li></c:forEach></ol></ui:card></c:if>
</div>
</div>
<template id="battery-parts"><c:forTokens items="critical warning" delims=" " var="level"><div data-part="banner-${level}"><ui:alarm-banner level="${level}" text="" raw=""/></div></c:forTokens><c:forTokens items="critical warning info" delims=" " var="level"><ul data-part="alarm-${level}"><ui:alarm-row level="${level}" text="" raw=""/></ul></c:forTokens></template>
</div>
</jsp:body>
</ui:page>
