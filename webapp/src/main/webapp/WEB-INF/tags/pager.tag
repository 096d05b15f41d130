<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="pages" required="true" type="ca.edsquebec.trackingbms.web.page.Pager" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<span class="pager-rows">${fn:escapeXml(t.of('pager.rows', f.count(pages.from()), f.count(pages.to()), f.count(pages.total())))}</span>
<c:if test="${pages.hasOthers()}">
<nav class="pager d-print-none" aria-label="${fn:escapeXml(t.of('pager.label'))}"><ul>
<c:if test="${not empty pages.previous()}"><li><a id="page-previous" rel="prev" href="${fn:escapeXml(pages.previous())}"><ui:icon name="chevron-left"/><span class="visually-hidden">${fn:escapeXml(t.of('pager.previous'))}</span></a></li></c:if>
<c:forEach items="${pages.steps()}" var="step">
<c:choose>
<c:when test="${step.isGap()}"><li aria-hidden="true">…</li></c:when>
<c:when test="${step.isHere()}"><li><span aria-current="page"><span class="visually-hidden">${fn:escapeXml(t.of('pager.page'))}&#32;</span>${f.count(step.number())}</span></li></c:when>
<c:otherwise><li><a href="${fn:escapeXml(step.link())}"><span class="visually-hidden">${fn:escapeXml(t.of('pager.page'))}&#32;</span>${f.count(step.number())}</a></li></c:otherwise>
</c:choose>
</c:forEach>
<c:if test="${not empty pages.next()}"><li><a id="page-next" rel="next" href="${fn:escapeXml(pages.next())}"><ui:icon name="chevron-right"/><span class="visually-hidden">${fn:escapeXml(t.of('pager.next'))}</span></a></li></c:if>
</ul></nav>
</c:if>
