<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:if test="${v.shared()}"><ui:banner tone="unknown" icon="share" text="${t.of('shared.text', v.sharedTitle(), f.dateTime(v.sharedUntil()))}"><a class="btn btn-sm" href="${v.path('/login')}">${fn:escapeXml(t.of('shared.sign-in'))}</a></ui:banner></c:if>
