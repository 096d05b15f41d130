<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="level" required="true" description="warning or critical" %>
<%@ attribute name="text" required="true" description="the alarm in words; empty for scripts to fill in" %>
<%@ attribute name="raw" required="true" description="the device's own name for it; may be empty" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<div class="banner banner-${level}" role="status"><ui:condition-icon condition="${level}"/><div><b>${fn:escapeXml(t.of('battery.level.'.concat(level)))}${fn:escapeXml(t.of('battery.colon'))}&#32;<span data-alarm-text>${fn:escapeXml(text)}</span>.</b> <span data-alarm-raw lang="en">${fn:escapeXml(raw)}</span></div></div>
