<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="column" required="true" type="ca.edsquebec.trackingbms.web.fleet.Orders.Column" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="name" value="${column.name()}"/>
<c:set var="words" value="${name == 'name' or name == 'severity' or name == 'soc'}"/>
<c:set var="brief" value="${name == 'spread' or name == 'age'}"/>
<th role="columnheader" scope="col"<c:if test="${not words}"> class="num"</c:if><c:if test="${not empty column.direction()}"> aria-sort="${fn:escapeXml(column.direction())}"</c:if>><a id="by-${fn:escapeXml(name)}" href="${fn:escapeXml(column.link())}"<c:if test="${brief}"> title="${fn:escapeXml(t.of('fleet.column.long.'.concat(name)))}"</c:if>>${fn:escapeXml(t.of('fleet.column.'.concat(name)))}<c:if test="${not empty column.direction()}"><ui:icon name="${column.direction() == 'ascending' ? 'arrow-up' : 'arrow-down'}"/></c:if></a></th>
