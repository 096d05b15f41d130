<ui:bare title="${t.of('signin.title')}" script="signin">
<form class="card signin" method="post" action="${v.path('/login')}">
<ui:csrf/>
<div class="card-body">
<h1>${fn:escapeXml(t.of('signin.title'))}</h1>
<c:if test="${not empty it.notice()}"><ui:banner tone="normal" icon="circle-check" text="${t.of(it.notice())}"/></c:if>
<c:if test="${not empty it.error()}"><div class="banner banner-critical" role="alert" id="signin-error" tabindex="-1"><ui:icon name="filled/alert-octagon"/><div>${fn:escapeXml(t.of(it.error(), it.minutes()))}</div></div></c:if>
<input type="hidden" name="next" value="${fn:escapeXml(it.next())}">
<label class="field-label" for="email">${fn:escapeXml(t.of('signin.email'))}</label>
<input class="form-control" id="email" name="email" type="email" autocomplete="username" required maxlength="254" data-focus value="${fn:escapeXml(it.email())}"<c:if test="${not empty it.error()}"> aria-describedby="signin-error"</c:if>>
<label class="field-label" for="password">${fn:escapeXml(t.of('signin.password'))}</label>
<div class="password">
<input class="form-control" id="password" name="password" type="password" autocomplete="current-password" required maxlength="1000"<c:if test="${not empty it.error()}"> aria-describedby="signin-error"</c:if>>
<button class="btn btn-icon btn-ghost-secondary needs-script" type="button" data-show-password aria-pressed="false" aria-label="${fn:escapeXml(t.of('signin.show'))}"><ui:icon name="eye"/></button>
</div>
<button class="btn btn-primary wide" type="submit">${fn:escapeXml(t.of('signin.submit'))}</button>
<p class="note"><a href="${v.path('/forgot')}">${fn:escapeXml(t.of('signin.forgot'))}</a></p>
</div>
</form>
</ui:bare>
