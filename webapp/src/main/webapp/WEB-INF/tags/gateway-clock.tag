<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="how far a gateway's clock is from ours" %>
<%@ attribute name="row" required="true" type="ca.edsquebec.trackingbms.web.gateway.GatewayRow" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:choose><c:when test="${not row.tellsTime()}">—</c:when><c:when test="${row.clockRight}">${fn:escapeXml(t.of('gateways.clock.right'))}</c:when><c:when test="${row.clockOff}"><span class="status status-warning"><ui:condition-icon condition="warning"/><span>${fn:escapeXml(t.of(row.ahead ? 'gateways.clock.ahead' : 'gateways.clock.behind', f.duration(row.offset())))}</span></span></c:when><c:otherwise>${fn:escapeXml(t.of(row.ahead ? 'gateways.clock.ahead' : 'gateways.clock.behind', f.duration(row.offset())))}</c:otherwise></c:choose>
