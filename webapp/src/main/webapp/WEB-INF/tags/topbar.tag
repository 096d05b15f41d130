<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<header class="topbar d-print-none">
<form class="search" role="search" action="${v.at('/batteries')}"><label class="visually-hidden" for="search">${fn:escapeXml(t.of('search.label'))}</label><ui:icon name="search"/><input id="search" name="q" type="search" class="form-control" placeholder="${fn:escapeXml(t.of('search.hint'))}" autocomplete="off" maxlength="200"><kbd aria-hidden="true">/</kbd></form>
<div class="live" id="live" data-state="page"><span class="live-icon live-on"><ui:icon name="wifi"/></span><span class="live-icon live-off"><ui:icon name="wifi-off"/></span><span class="live-icon live-paused"><ui:icon name="player-pause"/></span><span><b id="live-word">${fn:escapeXml(t.of('live.page'))}</b><small id="live-note">${f.clockSeconds(v.now())}</small></span></div>
<ui:preferences/>
<c:if test="${not v.shared()}"><details class="person-menu">
<summary class="person"><ui:avatar name="${v.personName()}"/><span>${fn:escapeXml(v.personName())}<small>${fn:escapeXml(v.personRole())}</small></span></summary>
<div class="person-list"><a class="btn" href="${v.path('/account')}"><ui:icon name="user"/>${fn:escapeXml(t.of('account.title'))}</a><form method="post" action="${v.path('/logout')}"><ui:csrf/><button class="btn" type="submit"><ui:icon name="logout"/>${fn:escapeXml(t.of('nav.sign-out'))}</button></form></div>
</details></c:if>
</header>
