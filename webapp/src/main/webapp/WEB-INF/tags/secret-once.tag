<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="text" required="true" description="why it is not shown again" %>
<%@ attribute name="secret" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<div class="banner banner-normal" role="status"><ui:icon name="circle-check"/><div><b>${fn:escapeXml(title)}</b><p>${fn:escapeXml(text)}</p><div class="secret-once"><code id="secret">${fn:escapeXml(secret)}</code><button class="btn btn-sm needs-script" type="button" data-copy="secret" data-copied="${fn:escapeXml(t.of('secret.copied'))}"><ui:icon name="copy"/><span>${fn:escapeXml(t.of('secret.copy'))}</span></button></div></div></div>
