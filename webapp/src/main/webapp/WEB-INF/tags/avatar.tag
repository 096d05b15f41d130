<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="name" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<span class="avatar" aria-hidden="true">${fn:escapeXml(v.initials(name))}</span>
