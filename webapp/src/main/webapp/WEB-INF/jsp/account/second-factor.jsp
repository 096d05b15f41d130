<ui:bare title="${t.of('signin.code.title')}" script="signin">
<div class="account">
<p><a href="${v.path('/account')}">${fn:escapeXml(t.of('account.title'))}</a></p>
<h1>${fn:escapeXml(t.of('signin.code.title'))}</h1>
<c:if test="${not empty it.codes()}">
<section class="card" aria-labelledby="codes-title"><div class="card-body">
<ui:banner tone="normal" icon="circle-check" text="${t.of('factor.done')}"/>
<h2 id="codes-title">${fn:escapeXml(t.of('factor.codes'))}</h2>
<p>${fn:escapeXml(t.of('factor.codes.text'))}</p>
<ul class="backup-codes"><c:forEach items="${it.codes()}" var="code"><li><code>${fn:escapeXml(code)}</code></li></c:forEach></ul>
<a class="btn btn-primary" href="${v.path('/')}">${fn:escapeXml(t.of('factor.codes.kept'))}</a>
</div></section>
</c:if>
<c:if test="${not it.state().on()}">
<section class="card"><div class="card-body">
<c:if test="${it.state().required()}"><ui:banner tone="warning" icon="filled/alert-triangle" text="${t.of('factor.required')}"/></c:if>
<form method="post" action="${v.path('/account/second-factor/confirm')}">
<ui:csrf/>
<ui:form-errors form="${it.form()}"/>
<p>${fn:escapeXml(t.of('factor.scan'))}</p>
<svg class="qr" role="img" aria-label="${fn:escapeXml(t.of('factor.qr'))}" viewBox="0 0 ${fn:escapeXml(it.qr().size())},${fn:escapeXml(it.qr().size())}" width="220" height="220" shape-rendering="crispEdges"><path class="qr-paper" d="M0 0h${fn:escapeXml(it.qr().size())}v${fn:escapeXml(it.qr().size())}H0z"/><path class="qr-ink" d="${fn:escapeXml(it.qr().path())}"/></svg>
<p>${fn:escapeXml(t.of('factor.key'))}</p>
<p class="secret-once"><code>${fn:escapeXml(it.key())}</code></p>
<ui:field form="${it.form()}" name="code" label="${t.of('factor.code')}" inputmode="numeric" autocomplete="one-time-code" maxlength="40"/>
<ui:field form="${it.form()}" name="password" label="${t.of('account.current')}" type="password" autocomplete="current-password" maxlength="1000"/>
<button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('factor.confirm'))}</button>
</form>
</div></section>
</c:if>
<c:if test="${it.state().on() and empty it.codes()}">
<section class="card" aria-labelledby="codes-title"><div class="card-body">
<h2 id="codes-title">${fn:escapeXml(t.of('factor.codes'))}</h2>
<p>${fn:escapeXml(t.of('factor.codes.left', it.state().backupCodesLeft()))}</p>
<ui:form-errors form="${it.form()}"/>
<form method="post" action="${v.path('/account/second-factor/codes')}">
<ui:csrf/>
<ui:field form="${it.form()}" name="code" label="${t.of('factor.code')}" inputmode="numeric" autocomplete="one-time-code" maxlength="40"/>
<button class="btn" type="submit">${fn:escapeXml(t.of('factor.codes.renew'))}</button>
</form>
</div></section>
<c:if test="${not it.state().required()}">
<section class="card" aria-labelledby="off-title"><div class="card-body">
<h2 id="off-title">${fn:escapeXml(t.of('factor.off'))}</h2>
<ui:confirm action="${v.path('/account/second-factor/off')}" open="${t.of('factor.off')}" question="${t.of('factor.off.question')}" verb="${t.of('factor.off')}">
<label class="field-label" for="off-password">${fn:escapeXml(t.of('signin.password'))}</label>
<input class="form-control" id="off-password" name="password" type="password" autocomplete="current-password" required maxlength="1000">
<label class="field-label" for="off-code">${fn:escapeXml(t.of('factor.code'))}</label>
<input class="form-control" id="off-code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="40">
</ui:confirm>
</div></section>
</c:if>
</c:if>
</div>
</ui:bare>
