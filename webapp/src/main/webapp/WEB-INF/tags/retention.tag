<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="how long samples are kept: a number and its unit" %>
<%@ attribute name="form" required="true" type="ca.edsquebec.trackingbms.web.page.Form" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="usual" required="true" description="the installation's period, in words" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="wrong" value="${not empty form.error('retention')}"/>
<ui:field form="${form}" name="retention" label="${label}" hint="${t.of('settings.retention-hint', usual)}" optional="${true}"><div class="field-pair"><input class="form-control" id="retention" name="retention" inputmode="numeric" autocomplete="off" maxlength="24" value="${fn:escapeXml(form.value('retention'))}" aria-describedby="retention-hint${wrong ? ' retention-error' : ''}"<c:if test="${wrong}"> aria-invalid="true"</c:if>><select class="form-select" name="retentionUnit" aria-label="${fn:escapeXml(t.of('period.unit'))}"><option value="years">${fn:escapeXml(t.of('period.unit.years'))}</option><option value="months"<c:if test="${form.has('retentionUnit', 'months')}"> selected</c:if>>${fn:escapeXml(t.of('period.unit.months'))}</option><option value="days"<c:if test="${form.has('retentionUnit', 'days')}"> selected</c:if>>${fn:escapeXml(t.of('period.unit.days'))}</option></select></div></ui:field>
