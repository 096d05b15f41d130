<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="a field for several lines" %>
<%@ attribute name="form" required="true" type="ca.edsquebec.trackingbms.web.page.Form" %>
<%@ attribute name="name" required="true" description="of the field, and its id" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="hint" required="true" %>
<%@ attribute name="optional" type="java.lang.Boolean" description="true when it may stay empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="wrong" value="${form.error(name)}"/>
<ui:field form="${form}" name="${name}" label="${label}" hint="${hint}" optional="${optional}"><textarea class="form-control" id="${fn:escapeXml(name)}" name="${fn:escapeXml(name)}" rows="3" maxlength="8000" aria-describedby="${fn:escapeXml(name)}-hint${empty wrong ? '' : ' '}${empty wrong ? '' : fn:escapeXml(name)}${empty wrong ? '' : '-error'}"<c:if test="${not optional}"> required</c:if><c:if test="${not empty wrong}"> aria-invalid="true"</c:if>>${fn:escapeXml(form.value(name))}</textarea></ui:field>
