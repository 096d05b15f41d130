<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="clients" value="${v.clients()}"/>
<c:choose>
<c:when test="${fn:length(clients) > 1}">
<details class="tenant-menu">
<summary class="tenant"><ui:logo/><span><small>${fn:escapeXml(t.of('nav.client'))}</small> ${fn:escapeXml(v.client().name())}<span class="visually-hidden"> – ${fn:escapeXml(t.of('nav.change-client'))}</span></span><ui:icon name="selector"/></summary>
<ul class="tenant-list"><c:forEach items="${clients}" var="client"><li><a href="${v.path('/c/'.concat(client.id().slug()))}"<c:if test="${client.id() == v.client().id()}"> aria-current="true"</c:if>>${fn:escapeXml(client.name())}</a></li></c:forEach></ul>
</details>
</c:when>
<c:otherwise>
<div class="tenant"><ui:logo/><span><small>${fn:escapeXml(t.of('nav.client'))}</small> ${fn:escapeXml(v.client().name())}</span></div>
</c:otherwise>
</c:choose>
