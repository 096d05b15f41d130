<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="whether a gateway is heard of, and since when not" %>
<%@ attribute name="row" required="true" type="ca.edsquebec.trackingbms.web.gateway.GatewayRow" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<span class="status status-${fn:escapeXml(row.tone())}"><ui:condition-icon condition="${row.tone()}"/><span>${fn:escapeXml(t.of('gateways.state.'.concat(row.state())))}</span></span><c:if test="${row.contact() > 0}"><small><time datetime="${v.iso(row.contact())}" title="${f.dateTime(row.contact())}">${fn:escapeXml(f.age(row.contact(), v.now()))}</time></small></c:if>
