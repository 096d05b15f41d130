<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<nav class="tools" aria-label="${fn:escapeXml(t.of('nav.preferences'))}">
<a href="${fn:escapeXml(v.inOtherLanguage())}" class="btn btn-ghost-secondary btn-sm language-switch" lang="${v.otherLanguage()}" hreflang="${v.otherLanguage()}">${fn:escapeXml(t.of('nav.other-language'))}</a>
<button class="btn btn-icon btn-ghost-secondary needs-script" type="button" data-theme-toggle aria-label="${fn:escapeXml(t.of('nav.theme'))}"><span class="for-light"><ui:icon name="moon"/></span><span class="for-dark"><ui:icon name="sun"/></span></button>
</nav>
