<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="form" required="true" type="ca.edsquebec.trackingbms.web.page.Form" %>
<%@ attribute name="name" required="true" description="of the field, and its id" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="type" description="of the input; text unless said; a body stands in place of an input" %>
<%@ attribute name="hint" %>
<%@ attribute name="autocomplete" %>
<%@ attribute name="inputmode" %>
<%@ attribute name="maxlength" %>
<%@ attribute name="optional" type="java.lang.Boolean" description="true when it may stay empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="wrong" value="${form.error(name)}"/>
<c:set var="told" value="${empty hint ? '' : name.concat('-hint ')}${empty wrong ? '' : name.concat('-error')}"/>
<jsp:doBody var="control"/>
<div class="field${empty wrong ? '' : ' field-wrong'}">
<label class="field-label" for="${fn:escapeXml(name)}">${fn:escapeXml(label)}<c:if test="${optional}"> <small>${fn:escapeXml(t.of('form.optional'))}</small></c:if></label>
<c:if test="${not empty hint}"><p class="field-hint" id="${fn:escapeXml(name)}-hint">${fn:escapeXml(hint)}</p></c:if>
<c:if test="${not empty wrong}"><p class="field-error" id="${fn:escapeXml(name)}-error"><ui:icon name="filled/alert-octagon"/>${fn:escapeXml(wrong)}</p></c:if>
<c:choose><c:when test="${not empty fn:trim(control)}"><jsp:doBody/></c:when><c:otherwise><input class="form-control" id="${fn:escapeXml(name)}" name="${fn:escapeXml(name)}" type="${empty type ? 'text' : fn:escapeXml(type)}"<c:if test="${type != 'password'}"> value="${fn:escapeXml(form.value(name))}"</c:if><c:if test="${not empty autocomplete}"> autocomplete="${fn:escapeXml(autocomplete)}"</c:if><c:if test="${not empty inputmode}"> inputmode="${fn:escapeXml(inputmode)}"</c:if><c:if test="${not empty maxlength}"> maxlength="${fn:escapeXml(maxlength)}"</c:if><c:if test="${not optional}"> required</c:if><c:if test="${not empty told}"> aria-describedby="${fn:escapeXml(fn:trim(told))}"</c:if><c:if test="${not empty wrong}"> aria-invalid="true"</c:if>></c:otherwise></c:choose>
</div>
