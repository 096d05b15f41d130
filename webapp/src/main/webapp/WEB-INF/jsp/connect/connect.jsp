<c:set var="page" value="${v.at('/batteries/'.concat(it.battery().uid()))}"/>
<c:set var="heard" value="${it.heard()}"/>
<ui:page title="${t.of('connect.title', it.battery().name())}" active="batteries" script="connect">
<jsp:attribute name="crumbs"><li><a href="${fn:escapeXml(page)}">${fn:escapeXml(it.battery().name())}</a></li><li aria-current="page">${fn:escapeXml(t.of('connect.crumb'))}</li></jsp:attribute>
<jsp:body>
<ui:card title="${t.of('connect.listen')}" note="${t.of('connect.minute')}"><div data-listen="heard">
<c:if test="${heard.silent}"><p>${fn:escapeXml(t.of('connect.silent'))}</p></c:if>
<c:if test="${heard.understood}"><dl class="facts">
<div><dt>${fn:escapeXml(t.of('connect.received'))}</dt><dd>${f.clockSeconds(heard.receivedMillis())}</dd></div>
<c:if test="${heard.has('packVoltage')}"><div><dt>${fn:escapeXml(t.of('battery.metric.packVoltage'))}</dt><dd>${f.packVoltage(heard.value('packVoltage'))}</dd></div></c:if>
<c:if test="${heard.has('current')}"><div><dt>${fn:escapeXml(t.of('battery.metric.current'))}</dt><dd>${f.current(heard.value('current'))}</dd></div></c:if>
<c:if test="${heard.has('power')}"><div><dt>${fn:escapeXml(t.of('battery.metric.power'))}</dt><dd>${f.power(heard.value('power'))}</dd></div></c:if>
<c:if test="${heard.has('soc')}"><div><dt>${fn:escapeXml(t.of('pull.soc'))}</dt><dd>${f.soc(heard.value('soc'))}</dd></div></c:if>
<c:if test="${heard.has('temperatureMax')}"><div><dt>${fn:escapeXml(t.of('battery.metric.temperatureMax'))}</dt><dd>${f.temperature(heard.value('temperatureMax'))}</dd></div></c:if>
<c:if test="${heard.cellCount() > 0}"><div><dt>${fn:escapeXml(t.of('pull.cells'))}</dt><dd>${f.count(heard.cellCount())}</dd></div></c:if>
</dl></c:if>
<c:if test="${heard.hasFrames()}"><p class="note">${fn:escapeXml(t.of('connect.frames', f.count(heard.decoded()), f.count(heard.ignored()), f.count(heard.invalid())))}</p></c:if>
<c:if test="${not empty heard.refused()}"><h3>${fn:escapeXml(t.of('connect.refused'))}</h3><ul class="plain-list"><c:forEach items="${heard.refused()}" var="one"><li>${f.clockSeconds(one.at())}&#32;<code>${fn:escapeXml(one.frame())}</code><br><small lang="en">${fn:escapeXml(one.reason())}</small></li></c:forEach></ul></c:if>
</div></ui:card>
<ui:card title="${t.of('connect.check')}"><jsp:attribute name="actions"><a class="btn btn-sm" href="${fn:escapeXml(page)}/connect?check=1">${fn:escapeXml(t.of('connect.check-now'))}</a></jsp:attribute><jsp:body>
<p class="note">${fn:escapeXml(t.of('connect.check-intro'))}</p>
<c:if test="${it.checked and empty it.findings()}"><p>${fn:escapeXml(t.of('connect.no-evidence'))}</p></c:if>
<c:forEach items="${it.findings()}" var="one"><ui:banner tone="${one.good() ? 'normal' : 'warning'}" icon="${one.good() ? 'circle-check' : 'filled/alert-triangle'}" text="${one.words()}"><p class="note">${fn:escapeXml(t.of('connect.looked-at', f.dateTime(one.from()), f.dateTime(one.to())))}</p><c:if test="${not empty one.advice()}"><p>${fn:escapeXml(one.advice())}</p></c:if><c:if test="${not empty one.rescales()}"><form method="post" action="${fn:escapeXml(page)}/connect/rescale"><ui:csrf/><input type="hidden" name="factor" value="${fn:escapeXml(one.rescales())}"><button class="btn btn-sm btn-primary" type="submit">${fn:escapeXml(t.of('connect.rescale'))}</button></form></c:if><c:if test="${one.inverts()}"><form method="post" action="${fn:escapeXml(page)}/connect/invert"><ui:csrf/><input type="hidden" name="inverted" value="${it.inverted ? 'no' : 'yes'}"><button class="btn btn-sm btn-primary" type="submit">${fn:escapeXml(t.of('connect.invert'))}</button></form></c:if></ui:banner></c:forEach>
<c:if test="${it.inverted}"><form method="post" action="${fn:escapeXml(page)}/connect/invert"><ui:csrf/><input type="hidden" name="inverted" value="no"><p>${fn:escapeXml(t.of('connect.inverted'))}&#32;<button class="btn btn-sm" type="submit">${fn:escapeXml(t.of('connect.invert-back'))}</button></p></form></c:if>
</jsp:body></ui:card>
<ui:card title="${t.of('connect.how')}"><p>${fn:escapeXml(t.of('connect.how-intro', it.battery().code()))}&#32;<c:if test="${v.may('MANAGE_KEYS')}"><a href="${fn:escapeXml(v.at('/admin/keys'))}">${fn:escapeXml(t.of('nav.keys'))}</a></c:if></p>
<c:forEach items="${it.examples()}" var="one"><h3>${fn:escapeXml(empty one.title() ? t.of('connect.example-frames') : one.title())}</h3><div class="secret-once"><code id="example-${fn:escapeXml(one.id())}">${fn:escapeXml(one.line())}</code><button class="btn btn-sm needs-script" type="button" data-copy="example-${fn:escapeXml(one.id())}" data-copied="${fn:escapeXml(t.of('secret.copied'))}"><ui:icon name="copy"/><span>${fn:escapeXml(t.of('secret.copy'))}</span></button></div></c:forEach>
</ui:card>
</jsp:body>
</ui:page>
