<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="level" required="true" description="info, warning or critical" %>
<%@ attribute name="text" required="true" description="the alarm in words; empty for scripts to fill in" %>
<%@ attribute name="raw" required="true" description="the device's own name for it; may be empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<li class="alarm-${level}"><span class="badge-icon"><c:choose><c:when test="${level == 'info'}"><ui:icon name="info-circle"/></c:when><c:otherwise><ui:condition-icon condition="${level}"/></c:otherwise></c:choose></span><div><b data-alarm-text>${fn:escapeXml(text)}</b><small>${fn:escapeXml(t.of('battery.level.'.concat(level)))}&#32;<span data-alarm-raw lang="en">${fn:escapeXml(raw)}</span></small></div></li>
