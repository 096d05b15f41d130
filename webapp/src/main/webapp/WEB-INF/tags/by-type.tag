<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:card title="${t.of('dashboard.by-type')}" flush="${true}"><ul class="type-list" data-refresh="by-type"><c:forEach items="${it.fleet().byType()}" var="row"><li><div><a href="${v.at('/batteries?type=')}${row.type().uid()}">${fn:escapeXml(row.type().name())}</a><small>${fn:escapeXml(t.of('dashboard.batteries', row.batteries(), f.count(row.batteries())))}</small></div><ui:soc percent="${row.soc()}"/><span class="num">${f.power(row.power())}</span></li></c:forEach></ul></ui:card>
