<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="how much of a quota is used" %>
<%@ attribute name="used" required="true" type="java.lang.Long" %>
<%@ attribute name="limit" required="true" type="java.util.OptionalLong" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:choose><c:when test="${limit.isPresent()}">${fn:escapeXml(t.of('quota.used', f.count(used), f.count(limit.getAsLong())))}</c:when><c:otherwise>${f.count(used)}</c:otherwise></c:choose>
