<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:card title="${t.of('dashboard.handle')}" flush="${true}">
<jsp:attribute name="actions"><a href="${v.at('/batteries')}">${fn:escapeXml(t.of('dashboard.handle-all'))}</a></jsp:attribute>
<jsp:body><div data-refresh="to-handle">
<c:choose>
<c:when test="${empty it.toHandle() && empty it.silent()}"><ui:empty icon="circle-check" title="${t.of('dashboard.handle-none.title')}" text="${t.of('dashboard.handle-none.text')}"/></c:when>
<c:otherwise><ul class="todos"><c:forEach items="${it.silent()}" var="one"><li class="todo tone-critical"><span class="badge-icon"><ui:condition-icon condition="critical"/></span><div><c:choose><c:when test="${v.may('MANAGE_FLEET')}"><a href="${v.at('/admin/gateways/')}${fn:escapeXml(one.gateway().uid())}"><b>${fn:escapeXml(one.gateway().name())}</b></a></c:when><c:otherwise><b>${fn:escapeXml(one.gateway().name())}</b></c:otherwise></c:choose><small>${fn:escapeXml(t.of('dashboard.gateway-silent'))} · ${fn:escapeXml(t.of('gateways.cut-off', fn:length(one.gateway().batteries()), f.count(fn:length(one.gateway().batteries()))))}</small></div><c:if test="${one.gateway().contact().at().isPresent()}"><div class="todo-age"><small>${fn:escapeXml(t.of('gateways.contact'))}</small>${fn:escapeXml(f.ageShort(one.gateway().contact().at().get().toEpochMilli(), v.now()))}</div></c:if></li></c:forEach><c:forEach items="${it.toHandle()}" var="b"><li class="todo tone-${b.condition().jsonName()}" data-battery="${b.battery().uid()}" data-condition="${b.condition().jsonName()}" data-stale-after="${b.battery().staleThreshold().toSeconds()}"><span class="badge-icon"><ui:condition-icon condition="${b.condition().jsonName()}"/></span><div><a href="${v.at('/batteries/')}${b.battery().uid()}"><b>${fn:escapeXml(b.battery().name())}</b></a><small>${fn:escapeXml(t.of('condition.'.concat(b.condition().jsonName())))}<c:if test="${b.worstAlarm().isPresent() && b.condition().isLive()}"> · ${fn:escapeXml(t.of('alarm.'.concat(b.worstAlarm().get().code().jsonName())))}</c:if> · ${fn:escapeXml(b.battery().place().name())}</small></div><c:if test="${b.latest().isPresent()}"><div class="todo-age"><small>${fn:escapeXml(t.of('dashboard.received'))}</small><ui:age battery="${b}" brief="${true}"/></div></c:if></li></c:forEach></ul></c:otherwise>
</c:choose>
</div></jsp:body>
</ui:card>
