<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<section class="card state-strip" aria-label="${fn:escapeXml(t.of('dashboard.states'))}">
<svg class="segments" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true" focusable="false"><c:forEach items="${it.segments()}" var="segment"><rect class="fill-${segment.condition()}" data-segment="${segment.condition()}" x="${segment.x()}" width="${segment.width()}" height="14" rx="3"/></c:forEach></svg>
<div class="state-tiles"><c:forEach items="${it.segments()}" var="segment"><a class="state-tile tone-${segment.condition()}" href="${v.at('/batteries?state=')}${segment.condition()}${empty it.type() ? '' : '&amp;type='}${fn:escapeXml(it.type())}"><span class="badge-icon"><ui:condition-icon condition="${segment.condition()}"/></span><b data-fleet="${segment.condition()}">${f.count(segment.count())}</b><span>${fn:escapeXml(t.of('dashboard.tile.'.concat(segment.condition())))}</span></a></c:forEach></div>
</section>
