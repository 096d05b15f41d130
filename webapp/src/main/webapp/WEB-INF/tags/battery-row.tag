<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="row" required="true" type="ca.edsquebec.trackingbms.web.fleet.BatteryRow" %>
<%@ attribute name="grouped" required="true" type="java.lang.Boolean" description="true where the place stands above" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="battery" value="${row.now().battery()}"/>
<c:set var="heard" value="${row.now().latest().isPresent()}"/>
<c:if test="${heard}"><c:set var="latest" value="${row.now().latest().get()}"/></c:if>
<%-- Roles, because as cards on small screens it is no table any more. --%>
<tr role="row" data-battery="${fn:escapeXml(battery.uid())}" data-condition="${row.condition()}" data-stale-after="${battery.staleThreshold().toSeconds()}"<c:if test="${battery.nominalCapacityAh() > 0}"> data-capacity="${battery.nominalCapacityAh()}"</c:if>>
<th role="rowheader" scope="row" class="col-name"><a data-name href="${v.at('/batteries/'.concat(battery.uid()))}">${fn:escapeXml(battery.name())}</a><small class="where"><c:if test="${battery.code() != battery.name()}"><span class="code">${fn:escapeXml(battery.code())}<c:if test="${not grouped}"> · </c:if></span></c:if><c:if test="${not grouped}">${fn:escapeXml(battery.place().name())}</c:if></small><small class="build">${fn:escapeXml(row.build())}</small><c:if test="${not empty battery.details().tags()}"><ui:words words="${battery.details().tags()}"/></c:if></th>
<td role="cell" class="col-status"><span data-status><ui:status condition="${row.condition()}"/></span><small data-reason>${fn:escapeXml(row.reason())}</small><c:if test="${not empty row.gateway()}"><small class="gateway-silent">${fn:escapeXml(t.of('gateways.reason', row.gateway()))}</small></c:if><small data-received<c:if test="${not row.isStale()}"> hidden</c:if>><c:if test="${row.isStale()}">${fn:escapeXml(t.of('live.received-at', f.clock(latest.sample().ts()), f.age(latest.sample().ts(), v.now())))}</c:if></small></td>
<td role="cell" class="col-soc"><ui:soc percent="${row.value('SOC')}" stale="${row.isStale()}"/></td>
<td role="cell" class="col-voltage num" data-metric="packVoltage" data-format="packVoltage">${f.packVoltage(row.value('PACK_VOLTAGE'))}</td>
<td role="cell" class="col-current num"><span data-metric="current" data-format="current">${f.current(row.value('CURRENT'))}</span><span data-flow><ui:flow flow="${row.flow()}"/></span></td>
<td role="cell" class="col-temperature num" data-metric="temperatureMax" data-format="temperature">${f.temperature(row.value('TEMPERATURE_MAX'))}</td>
<td role="cell" class="col-spread num" data-metric="cellVoltageDelta" data-format="spread">${f.spread(row.value('CELL_VOLTAGE_DELTA'))}</td>
<td role="cell" class="col-spark"><ui:spark line="${row.soc()}"/></td>
<td role="cell" class="col-age num"><ui:age battery="${row.now()}" brief="${true}"/></td>
</tr>
