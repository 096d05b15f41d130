<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="icon" required="true" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="text" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<div class="empty"><ui:icon name="${icon}"/><h2>${fn:escapeXml(title)}</h2><p>${fn:escapeXml(text)}</p><jsp:doBody/></div>
