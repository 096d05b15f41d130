<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="of the client: its picture, or the first letters of its name" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:choose><c:when test="${v.client().look().logo().isPresent()}"><img class="avatar avatar-logo" src="${fn:escapeXml(v.at('/logo/'.concat(v.client().look().logo().get()).concat('.png')))}" alt=""></c:when><c:otherwise><ui:avatar name="${v.client().name()}"/></c:otherwise></c:choose>
