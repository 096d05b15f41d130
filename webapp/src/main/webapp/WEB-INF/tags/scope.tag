<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="chooses batteries by type, by place or one by one: fields scope and scope-KIND" %>
<%@ attribute name="form" required="true" type="ca.edsquebec.trackingbms.web.page.Form" %>
<%@ attribute name="scopes" required="true" type="ca.edsquebec.trackingbms.web.people.ScopePicker" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:set var="wrong" value="${form.error('scope')}"/>
<fieldset class="field checks scope${empty wrong ? '' : ' field-wrong'}" id="scope" tabindex="-1">
<legend class="field-label">${fn:escapeXml(t.of('people.scope'))}</legend>
<p class="field-hint">${fn:escapeXml(t.of('people.scope-hint'))}</p>
<c:if test="${not empty wrong}"><p class="field-error"><ui:icon name="filled/alert-octagon"/>${fn:escapeXml(wrong)}</p></c:if>
<c:forEach items="${scopes.groups()}" var="group">
<label><input class="form-check-input" type="radio" name="scope" value="${fn:escapeXml(group.kind())}"<c:if test="${form.has('scope', group.kind())}"> checked</c:if>>${fn:escapeXml(t.of('people.scope.'.concat(group.kind())))}</label>
<c:if test="${not empty group.options()}"><c:set var="field" value="${'scope-'.concat(group.kind())}"/><ul class="checks scope-options" aria-label="${fn:escapeXml(t.of('people.scope.'.concat(group.kind())))}" tabindex="0"><c:forEach items="${group.options()}" var="option"><li><label><input class="form-check-input" type="checkbox" name="${fn:escapeXml(field)}" value="${fn:escapeXml(option.uid())}"<c:if test="${form.has(field, option.uid())}"> checked</c:if>>${fn:escapeXml(option.name())}</label></li></c:forEach></ul></c:if>
</c:forEach>
</fieldset>
