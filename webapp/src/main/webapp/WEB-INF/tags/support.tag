<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="says that an administrator of the platform looks as a client" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="supported" value="${v.supported()}"/>
<c:if test="${not empty supported}"><div class="banner banner-warning support" role="status" data-support-until="${fn:escapeXml(v.supportedUntil())}" data-support-then="${v.path('/platform/clients/')}${fn:escapeXml(supported.id().slug())}?done=visit-ended"><ui:icon name="eye"/><div>${fn:escapeXml(t.of('support.text', supported.name(), f.dateTime(v.supportedUntil())))}</div><form method="post" action="${v.path('/platform/visits/end')}"><ui:csrf/><button class="btn btn-sm" type="submit">${fn:escapeXml(t.of('support.end'))}</button></form></div></c:if>
