<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="form" required="true" type="ca.edsquebec.trackingbms.web.page.Form" %>
<%@ attribute name="access" required="true" type="ca.edsquebec.trackingbms.web.keys.AccessText" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:field form="${form}" name="access" label="${t.of('access.label')}"><select class="form-select" id="access" name="access"><option value="own">${fn:escapeXml(t.of('access.own'))}</option><c:forTokens items="place type" delims=" " var="kind"><optgroup label="${fn:escapeXml(t.of('access.of.'.concat(kind)))}"><c:forEach items="${access.choices(kind)}" var="choice"><option value="${fn:escapeXml(choice.value)}"<c:if test="${form.has('access', choice.value)}"> selected</c:if>>${fn:escapeXml(choice.key)}</option></c:forEach></optgroup></c:forTokens></select></ui:field>
<ui:field form="${form}" name="batteries" label="${t.of('access.batteries')}" hint="${t.of('access.batteries-hint')}" autocomplete="off" maxlength="2000" optional="${true}"/>
