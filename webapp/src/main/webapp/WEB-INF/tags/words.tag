<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="the tags of a battery" %>
<%@ attribute name="words" required="true" type="java.util.List" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<span class="words" role="group" aria-label="${fn:escapeXml(t.of('details.tags'))}"><c:forEach items="${words}" var="word"><span class="word">${fn:escapeXml(word)}</span></c:forEach></span>
