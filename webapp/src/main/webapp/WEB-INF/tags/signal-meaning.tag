<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="row" required="true" type="ca.edsquebec.trackingbms.web.candb.SignalRow" %>
<%@ attribute name="form" required="true" type="ca.edsquebec.trackingbms.web.page.Form" %>
<%@ attribute name="codes" required="true" type="java.util.List" description="of alarms" %>
<%@ attribute name="levels" required="true" type="java.util.List" description="of alarms" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="kindField" value="m${row.number()}"/>
<c:set var="chosen" value="${form.value(kindField)}"/>
<c:set var="wrong" value="${form.error(kindField)}"/>
<select class="form-select" id="m${row.number()}" name="m${row.number()}" aria-label="${fn:escapeXml(t.of('candb.meaning-of', row.key()))}"<c:if test="${not empty wrong}"> aria-invalid="true"</c:if>>
<option value="">${fn:escapeXml(t.of('candb.meaning.none'))}</option>
<c:forEach items="${row.kinds()}" var="kind"><option value="${fn:escapeXml(kind)}"<c:if test="${chosen == kind}"> selected</c:if>>${fn:escapeXml(t.of('candb.meaning.'.concat(kind)))}</option></c:forEach>
<option value="itself"<c:if test="${chosen == 'itself'}"> selected</c:if>>${fn:escapeXml(t.of('candb.meaning.itself'))}</option>
<c:if test="${row.mayBeAlarm()}"><c:forEach items="${levels}" var="level"><optgroup label="${fn:escapeXml(t.of('candb.alarm', t.of('battery.level.'.concat(level))))}"><c:forEach items="${codes}" var="code"><c:set var="alarm" value="alarm/${code}/${level}"/><option value="${fn:escapeXml(alarm)}"<c:if test="${chosen == alarm}"> selected</c:if>>${fn:escapeXml(t.of('alarm.'.concat(code)))}</option></c:forEach></optgroup></c:forEach></c:if>
</select>
<c:if test="${not empty wrong}"><p class="field-error"><ui:icon name="filled/alert-octagon"/>${fn:escapeXml(wrong)}</p></c:if>
<div class="signal-more">
<label>${fn:escapeXml(t.of('candb.number'))}&#32;<input class="form-control" name="n${row.number()}" inputmode="numeric" maxlength="3" size="3" autocomplete="off" aria-label="${fn:escapeXml(t.of('candb.number-of', row.key()))}" value="${fn:escapeXml(form.value('n'.concat(row.number())))}"></label>
<label><input class="form-check-input" type="checkbox" name="i${row.number()}" value="on" aria-label="${fn:escapeXml(t.of('candb.invert-of', row.key()))}"<c:if test="${form.has('i'.concat(row.number()), 'on')}"> checked</c:if>> ${fn:escapeXml(t.of('candb.invert'))}</label>
</div>
