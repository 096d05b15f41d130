<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="condition" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:choose>
<c:when test="${condition == 'critical'}"><ui:icon name="filled/alert-octagon"/></c:when>
<c:when test="${condition == 'warning'}"><ui:icon name="filled/alert-triangle"/></c:when>
<c:when test="${condition == 'stale'}"><ui:icon name="clock-pause"/></c:when>
<c:when test="${condition == 'unknown'}"><ui:icon name="help-circle"/></c:when>
<c:otherwise><ui:icon name="circle-check"/></c:otherwise>
</c:choose>
