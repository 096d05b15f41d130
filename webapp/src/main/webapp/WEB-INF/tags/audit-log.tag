<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="a chain of the audit: filters, entries, whether it is whole" %>
<%@ attribute name="view" required="true" type="ca.edsquebec.trackingbms.web.audit.AuditView" %>
<%@ attribute name="at" required="true" description="the page's address" %>
<%@ attribute name="client" type="java.lang.Boolean" description="true when objects have pages at this client" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:if test="${view.verified}"><c:choose>
<c:when test="${view.whole}"><ui:banner tone="normal" icon="circle-check" text="${t.of('audit.whole', f.count(view.entries()))}"><p class="audit-head">${fn:escapeXml(t.of('audit.head'))}&#32;<code>${fn:escapeXml(view.head())}</code></p></ui:banner></c:when>
<c:otherwise><div class="banner banner-critical" role="alert"><ui:icon name="filled/alert-octagon"/><div><b>${fn:escapeXml(t.of('audit.broken'))}</b><ul><c:forEach items="${view.faults()}" var="fault"><li>${fn:escapeXml(fault)}</li></c:forEach></ul></div></div></c:otherwise>
</c:choose></c:if>
<form class="card audit-filters" method="get" action="${fn:escapeXml(at)}"><div class="card-body">
<label class="audit-filter"><span class="field-label">${fn:escapeXml(t.of('audit.filter.action'))}</span><select class="form-select" name="action"><option value="">${fn:escapeXml(t.of('audit.filter.all'))}</option><c:forEach items="${view.actions()}" var="choice"><option value="${fn:escapeXml(choice.value())}"<c:if test="${choice.chosen()}"> selected</c:if>>${fn:escapeXml(choice.label())}</option></c:forEach></select></label>
<label class="audit-filter"><span class="field-label">${fn:escapeXml(t.of('audit.filter.from'))}</span><input class="form-control" type="date" name="from" value="${fn:escapeXml(view.from())}"></label>
<label class="audit-filter"><span class="field-label">${fn:escapeXml(t.of('audit.filter.to'))}</span><input class="form-control" type="date" name="to" value="${fn:escapeXml(view.to())}"></label>
<label class="audit-filter"><span class="field-label">${fn:escapeXml(t.of('audit.filter.actor'))}</span><input class="form-control" name="actor" maxlength="254" list="audit-actors" placeholder="${fn:escapeXml(t.of('audit.filter.actor-hint'))}" value="${fn:escapeXml(view.actor())}"></label>
<datalist id="audit-actors"><c:forEach items="${view.actors()}" var="actor"><option value="${fn:escapeXml(actor)}"></option></c:forEach></datalist>
<label class="audit-filter"><span class="field-label">${fn:escapeXml(t.of('audit.filter.object'))}</span><input class="form-control" name="object" maxlength="254" placeholder="${fn:escapeXml(t.of('audit.filter.object-hint'))}" value="${fn:escapeXml(view.object())}"></label>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('audit.filter.apply'))}</button><c:if test="${view.filters() > 0}"><a class="btn" href="${fn:escapeXml(at)}">${fn:escapeXml(t.of('audit.filter.clear'))}</a></c:if></div>
</div></form>
<c:choose>
<c:when test="${empty view.rows() and view.filters() > 0}"><ui:empty icon="filter" title="${t.of('audit.none-filtered')}" text="${t.of('audit.none-filtered-text', view.filters())}"><a class="btn btn-primary" href="${fn:escapeXml(at)}">${fn:escapeXml(t.of('audit.filter.clear'))}</a></ui:empty></c:when>
<c:when test="${empty view.rows()}"><ui:empty icon="history" title="${t.of('audit.none')}" text="${t.of('audit.none-text')}"/></c:when>
<c:otherwise>
<div class="card table-card">
<table class="table admin-table">
<caption class="visually-hidden">${fn:escapeXml(t.of('nav.audit'))}</caption>
<thead><tr><th scope="col">${fn:escapeXml(t.of('audit.at'))}</th><th scope="col">${fn:escapeXml(t.of('audit.who'))}</th><th scope="col">${fn:escapeXml(t.of('audit.what'))}</th><th scope="col">${fn:escapeXml(t.of('audit.object'))}</th><th scope="col">${fn:escapeXml(t.of('audit.change'))}</th></tr></thead>
<tbody>
<c:forEach items="${view.rows()}" var="row">
<tr>
<td data-label="${fn:escapeXml(t.of('audit.at'))}"><time datetime="${v.iso(row.at())}">${f.dateTime(row.at())}</time><small>${fn:escapeXml(t.of('audit.number', f.count(row.seq())))}</small></td>
<td data-label="${fn:escapeXml(t.of('audit.who'))}"><a href="${fn:escapeXml(at)}?actor=${fn:escapeXml(v.encoded(row.actor()))}">${fn:escapeXml(row.who().name())}</a><c:if test="${not empty row.who().more()}"><small>${fn:escapeXml(row.who().more())}</small></c:if><c:if test="${not empty row.address()}"><small>${fn:escapeXml(row.address())}</small></c:if></td>
<td data-label="${fn:escapeXml(t.of('audit.what'))}">${fn:escapeXml(row.action())}</td>
<td data-label="${fn:escapeXml(t.of('audit.object'))}"><a href="${fn:escapeXml(at)}?object=${fn:escapeXml(v.encoded(row.object()))}">${fn:escapeXml(row.what().name())}</a><c:if test="${not empty row.what().more()}"><small>${fn:escapeXml(row.what().more())}<c:if test="${client and not empty row.link()}"> · <a href="${v.at('')}${fn:escapeXml(row.link())}">${fn:escapeXml(t.of('audit.open'))}</a></c:if></small></c:if></td>
<td data-label="${fn:escapeXml(t.of('audit.change'))}"><c:if test="${not empty row.diffs()}"><ui:audit-diff row="${row}"/></c:if></td>
</tr>
</c:forEach>
</tbody>
</table>
</div>
<nav class="form-foot d-print-none" aria-label="${fn:escapeXml(t.of('audit.pages'))}"><c:if test="${not view.first}"><a class="btn" href="${fn:escapeXml(at)}${fn:escapeXml(view.query())}">${fn:escapeXml(t.of('audit.newest'))}</a></c:if><c:if test="${not empty view.older()}"><a class="btn" rel="next" href="${fn:escapeXml(at)}${fn:escapeXml(view.older())}">${fn:escapeXml(t.of('audit.older'))}</a></c:if></nav>
</c:otherwise>
</c:choose>
