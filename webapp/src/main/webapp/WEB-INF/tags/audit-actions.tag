<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="at" required="true" description="the page's address" %>
<%@ attribute name="query" required="true" description="of its filters" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<a class="btn" href="${fn:escapeXml(at)}/csv${fn:escapeXml(query)}"><ui:icon name="download"/>${fn:escapeXml(t.of('audit.csv'))}</a>
<form method="post" action="${fn:escapeXml(at)}/verify"><ui:csrf/><button class="btn btn-primary" type="submit"><ui:icon name="shield-check"/>${fn:escapeXml(t.of('audit.verify'))}</button></form>
