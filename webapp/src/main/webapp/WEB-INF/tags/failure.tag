<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<div class="card"><div class="card-body">
<ui:empty icon="filled/alert-triangle" title="${t.of(it.words().concat('.title'))}" text="${t.of(it.words().concat('.text'))}">
<c:if test="${not empty it.detail()}"><p lang="en"><code>${fn:escapeXml(it.detail())}</code></p></c:if>
<a class="btn btn-primary" href="${v.hasClient() ? v.at('') : v.path('/')}">${fn:escapeXml(t.of('error.back'))}</a>
<c:if test="${not empty it.traceId()}"><p class="note">${fn:escapeXml(t.of('error.trace'))}&#32;<code>${fn:escapeXml(it.traceId())}</code></p></c:if>
</ui:empty>
</div></div>
