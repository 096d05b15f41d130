<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="what session.js shows before a session ends, after it, and when one comes back" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:if test="${v.signedIn()}">
<dialog class="session" id="session" data-ask="${v.path('/account/session')}" data-login="${v.path('/login')}" data-root="${v.path('')}" data-person="${fn:escapeXml(v.personId())}" aria-labelledby="session-title" aria-describedby="session-text">
<h2 id="session-title" tabindex="-1" autofocus><span data-when="ending last">${fn:escapeXml(t.of('session.ending'))}</span><span data-when="over">${fn:escapeXml(t.of('session.over'))}</span></h2>
<p id="session-text"><span data-when="ending">${fn:escapeXml(t.of('session.ending-text'))}</span><span data-when="last">${fn:escapeXml(t.of('session.last-text'))}</span><span data-when="over">${fn:escapeXml(t.of('session.over-text'))}</span></p>
<div class="form-foot"><button class="btn btn-primary" type="button" data-stay data-when="ending">${fn:escapeXml(t.of('session.stay'))}</button><button class="btn btn-primary" type="button" data-again data-when="last over">${fn:escapeXml(t.of('session.again'))}</button><button class="btn" type="button" data-later data-when="ending last">${fn:escapeXml(t.of('session.later'))}</button></div>
</dialog>
<div class="banner banner-normal" id="typed-back" role="status" hidden><ui:icon name="circle-check"/><div>${fn:escapeXml(t.of('session.typed-back'))}</div></div>
</c:if>
