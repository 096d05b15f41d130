<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:card title="${t.of('dashboard.map')}" note="${t.of('dashboard.map-note')}">
<jsp:attribute name="actions"><c:forTokens items="critical warning stale unknown" delims=" " var="condition"><span class="chart-legend"><ui:status condition="${condition}"/></span></c:forTokens></jsp:attribute>
<jsp:body><div class="heat"><c:forEach items="${it.places()}" var="row"><div class="heat-row"><div class="heat-name"><a href="${v.at('/batteries?')}${fn:escapeXml(row.query())}">${fn:escapeXml(row.place().name())}</a><small>${fn:escapeXml(row.types())} · ${fn:escapeXml(t.of('dashboard.batteries', row.batteries(), f.count(row.batteries())))}</small></div><div class="heat-cells"><c:forEach items="${row.cells()}" var="b"><ui:heat-cell battery="${b}"/></c:forEach><c:if test="${row.others() > 0}"><a class="heat-more" href="${v.at('/batteries?')}${fn:escapeXml(row.query())}">${fn:escapeXml(t.of('dashboard.others', row.others(), f.count(row.others())))}</a></c:if></div></div></c:forEach></div></jsp:body>
</ui:card>
