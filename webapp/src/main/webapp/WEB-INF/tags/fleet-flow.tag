<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="watts" required="true" type="java.lang.Double" description="NaN when not known" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:if test="${v.known(watts)}"><c:choose>
<c:when test="${watts >= 5}"><span class="flow flow-charging"><ui:icon name="arrow-down"/>${fn:escapeXml(t.of('js.fleet.charging'))}</span></c:when>
<c:when test="${watts <= -5}"><span class="flow flow-discharging"><ui:icon name="arrow-up"/>${fn:escapeXml(t.of('js.fleet.discharging'))}</span></c:when>
<c:otherwise><span class="flow flow-idle"><ui:icon name="minus"/>${fn:escapeXml(t.of('js.fleet.idle'))}</span></c:otherwise>
</c:choose></c:if>
