<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="a part of an incident, as it was written" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="text" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<div><dt>${fn:escapeXml(label)}</dt><dd class="written">${fn:escapeXml(empty text ? '–' : text)}</dd></div>
