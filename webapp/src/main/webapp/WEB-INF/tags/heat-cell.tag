<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="battery" required="true" type="ca.edsquebec.trackingbms.overview.BatteryNow" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="condition" value="${battery.condition().jsonName()}"/>
<a class="heat-cell" href="${v.at('/batteries/')}${battery.battery().uid()}" title="${fn:escapeXml(battery.battery().name())}" data-battery="${battery.battery().uid()}" data-condition="${condition}" data-stale-after="${battery.battery().staleThreshold().toSeconds()}"><span class="heat-label"><span data-condition-icon><ui:condition-icon condition="${condition}"/></span><span>${fn:escapeXml(battery.battery().code())}</span></span><b data-metric="soc" data-format="soc" data-parts><span class="value">${f.soc(battery.value(v.metric('soc'))).value()}</span></b><span class="visually-hidden"> %, <span data-condition-word>${fn:escapeXml(t.of('condition.'.concat(condition)))}</span></span></a>
