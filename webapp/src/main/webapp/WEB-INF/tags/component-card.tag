<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="how one component of the installation is" %>
<%@ attribute name="card" required="true" type="ca.edsquebec.trackingbms.web.system.SystemView.Card" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<section class="card system-card system-${card.condition()}">
<span class="system-icon"><ui:icon name="${card.icon()}"/></span>
<h2>${fn:escapeXml(card.name())}</h2>
<p><c:if test="${not empty card.subject()}"><b>${fn:escapeXml(card.subject())}</b> </c:if>${fn:escapeXml(card.told())}</p>
<ui:status condition="${card.condition()}"/>
<c:if test="${card.others() > 0}"><small>${fn:escapeXml(t.of('system.others', card.others()))}</small></c:if>
</section>
