<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="tone" required="true" description="normal, warning, critical, stale or unknown" %>
<%@ attribute name="icon" required="true" %>
<%@ attribute name="text" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<div class="banner banner-${tone}" role="status"><ui:icon name="${icon}"/><div>${fn:escapeXml(text)}</div><jsp:doBody/></div>
