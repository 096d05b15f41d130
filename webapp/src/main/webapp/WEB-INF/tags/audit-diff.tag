<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="the values of an entry: before and after, or what is new or gone" %>
<%@ attribute name="row" required="true" type="ca.edsquebec.trackingbms.web.audit.AuditRow" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<table class="audit-diff">
<thead><tr><th scope="col">${fn:escapeXml(t.of('audit.value'))}</th><c:choose><c:when test="${row.changed}"><th scope="col">${fn:escapeXml(t.of('audit.before'))}</th><th scope="col">${fn:escapeXml(t.of('audit.after'))}</th></c:when><c:otherwise><th scope="col">${fn:escapeXml(t.of(row.gone ? 'audit.gone' : 'audit.now'))}</th></c:otherwise></c:choose></tr></thead>
<tbody><c:forEach items="${row.diffs()}" var="diff"><tr><th scope="row">${fn:escapeXml(diff.name())}</th><c:choose><c:when test="${row.changed}"><td data-label="${fn:escapeXml(t.of('audit.before'))}">${fn:escapeXml(empty diff.before() ? '–' : diff.before())}</td><td data-label="${fn:escapeXml(t.of('audit.after'))}">${fn:escapeXml(empty diff.after() ? '–' : diff.after())}</td></c:when><c:otherwise><td>${fn:escapeXml(row.gone ? diff.before() : diff.after())}</td></c:otherwise></c:choose></tr></c:forEach></tbody>
</table>
