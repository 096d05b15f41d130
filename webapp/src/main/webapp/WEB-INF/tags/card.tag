<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="note" description="small, behind the title" %>
<%@ attribute name="kind" description="a class for the whole card" %>
<%@ attribute name="flush" type="java.lang.Boolean" description="true for a body without padding" %>
<%@ attribute name="actions" fragment="true" description="legend and buttons at the right" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<section class="card ${kind}">
<div class="card-header"><h2 class="card-title">${fn:escapeXml(title)}<c:if test="${not empty note}"> <small>${fn:escapeXml(note)}</small></c:if></h2><c:if test="${not empty actions}"><div class="card-actions"><jsp:invoke fragment="actions"/></div></c:if></div>
<div class="card-body${flush ? ' p-0' : ''}"><jsp:doBody/></div>
</section>
