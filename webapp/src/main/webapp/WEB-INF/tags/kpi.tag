<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="name" required="true" description="scripts find its value by it" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="quantity" required="true" type="ca.edsquebec.trackingbms.platform.Quantity" %>
<%@ attribute name="line" type="ca.edsquebec.trackingbms.web.page.Spark" %>
<%@ attribute name="kind" description="of the line" %>
<%@ attribute name="note" required="true" fragment="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<div class="kpi card"><div class="kpi-label">${fn:escapeXml(label)}</div><div class="kpi-value" data-fleet="${name}"><span class="value">${quantity.value()}</span><small>${quantity.gap()}${quantity.unit()}</small></div><div class="kpi-note" data-fleet-note="${name}"><jsp:invoke fragment="note"/></div><c:if test="${not empty line}"><span class="kpi-line" data-refresh="line-${name}"><ui:spark line="${line}" kind="${kind}"/></span></c:if></div>
