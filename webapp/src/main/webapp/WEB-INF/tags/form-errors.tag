<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="form" required="true" type="ca.edsquebec.trackingbms.web.page.Form" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:if test="${form.refused}"><div class="banner banner-critical form-errors" role="alert" tabindex="-1" id="form-errors" autofocus><ui:icon name="filled/alert-octagon"/><div><b>${fn:escapeXml(t.of('form.refused', fn:length(form.errors())))}</b><ul><c:forEach items="${form.errors()}" var="wrong"><li><a href="#${fn:escapeXml(wrong.key)}">${fn:escapeXml(wrong.value)}</a></li></c:forEach></ul></div></div></c:if>
