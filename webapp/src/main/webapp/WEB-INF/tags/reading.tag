<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="tile" required="true" type="ca.edsquebec.trackingbms.web.fleet.Tile" %>
<%@ attribute name="shown" required="true" type="ca.edsquebec.trackingbms.platform.Quantity" %>
<%@ attribute name="low" description="the left end of the gauge, in words" %>
<%@ attribute name="high" description="its right end" %>
<%@ attribute name="kind" description="a class for its line" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%-- A large reading; the body is the line below the number. --%>
<section class="card reading"><h2 class="reading-label"><ui:icon name="${tile.icon()}"/>${fn:escapeXml(t.of('battery.metric.'.concat(tile.name())))}</h2><div class="reading-value" data-metric="${tile.name()}" data-format="${tile.format()}" data-parts><span class="value">${shown.value()}</span><small>${shown.gap()}${shown.unit()}</small></div><div class="reading-note"><jsp:doBody/></div><div data-recent="${tile.name()}"><ui:spark line="${tile.recent()}" kind="wide${kind}"/></div><c:if test="${tile.gauge().isPresent()}"><ui:bullet scale="${tile.gauge().get().scale()}" value="${tile.value()}" metric="${tile.name()}"/><div class="reading-scale"><span>${low}</span><span>${high}</span></div></c:if></section>
