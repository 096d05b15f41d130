<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="fleet" value="${it.fleet()}"/>
<div class="kpis">
<ui:kpi name="soc" label="${t.of('dashboard.soc')}" quantity="${f.soc(fleet.soc())}" line="${it.socLine()}"><jsp:attribute name="note">${fn:escapeXml(t.of('js.energy', f.energy(fleet.availableKWh() * 1000), f.energy(fleet.totalKWh() * 1000)))}</jsp:attribute></ui:kpi>
<ui:kpi name="power" label="${t.of('dashboard.power')}" quantity="${f.power(fleet.power())}" line="${it.powerLine()}"><jsp:attribute name="note"><ui:fleet-flow watts="${fleet.power()}"/></jsp:attribute></ui:kpi>
<ui:kpi name="temperatureMax" label="${t.of('dashboard.temperature')}" quantity="${f.temperature(fleet.temperatureMax())}" line="${it.temperatureLine()}"><jsp:attribute name="note"><c:if test="${fleet.hottest().isPresent()}"><c:set var="hottest" value="${fleet.hottest().get().battery()}"/><a href="${v.at('/batteries/')}${hottest.uid()}">${fn:escapeXml(hottest.name())}</a></c:if></jsp:attribute></ui:kpi>
<ui:kpi name="delay" label="${t.of('dashboard.delay')}" quantity="${f.unit(fleet.delayP95Millis() / 1000, 's', 1)}"><jsp:attribute name="note">${fn:escapeXml(t.of('dashboard.delay-note'))}</jsp:attribute></ui:kpi>
</div>
<p class="note excluded" data-fleet-excluded${fleet.excluded() == 0 ? ' hidden' : ''}><ui:icon name="info-circle"/><span>${fn:escapeXml(t.of('js.excluded', fleet.excluded()))}</span></p>
