<ui:bare title="${t.of('signin.code.title')}" script="signin">
<form class="card signin" method="post" action="${v.path('/login/code')}">
<ui:csrf/>
<div class="card-body">
<h1>${fn:escapeXml(t.of('signin.code.title'))}</h1>
<p>${fn:escapeXml(t.of(it.backup() ? 'signin.code.backup-text' : 'signin.code.text'))}</p>
<c:if test="${not empty it.error()}"><div class="banner banner-critical" role="alert" id="signin-error" tabindex="-1"><ui:icon name="filled/alert-octagon"/><div>${fn:escapeXml(t.of(it.error(), it.minutes()))}</div></div></c:if>
<input type="hidden" name="next" value="${fn:escapeXml(it.next())}">
<c:choose>
<c:when test="${it.backup()}">
<input type="hidden" name="backup" value="1">
<label class="field-label" for="code">${fn:escapeXml(t.of('signin.code.backup'))}</label>
<input class="form-control code" id="code" name="code" autocomplete="off" autocapitalize="none" spellcheck="false" required maxlength="40" data-focus<c:if test="${not empty it.error()}"> aria-describedby="signin-error"</c:if>>
</c:when>
<c:otherwise>
<label class="field-label" for="code">${fn:escapeXml(t.of('signin.code.label'))}</label>
<input class="form-control code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="40" data-focus<c:if test="${not empty it.error()}"> aria-describedby="signin-error"</c:if>>
</c:otherwise>
</c:choose>
<label class="form-check"><input class="form-check-input" type="checkbox" name="trust" value="1"><span class="form-check-label">${fn:escapeXml(t.of('signin.code.trust'))}</span></label>
<button class="btn btn-primary wide" type="submit">${fn:escapeXml(t.of('signin.code.submit'))}</button>
<p class="note">
<c:choose>
<c:when test="${it.backup()}"><a href="${v.path('/login/code')}?next=${fn:escapeXml(v.encoded(it.next()))}">${fn:escapeXml(t.of('signin.code.use-app'))}</a></c:when>
<c:otherwise><a href="${v.path('/login/code')}?backup&amp;next=${fn:escapeXml(v.encoded(it.next()))}">${fn:escapeXml(t.of('signin.code.use-backup'))}</a></c:otherwise>
</c:choose>
</p>
</div>
</form>
</ui:bare>
