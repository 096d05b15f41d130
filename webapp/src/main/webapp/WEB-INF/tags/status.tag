<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="condition" required="true" description="critical, warning, stale, unknown or normal" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<span class="status status-${condition}"><ui:condition-icon condition="${condition}"/><span>${fn:escapeXml(t.of('condition.'.concat(condition)))}</span></span>
