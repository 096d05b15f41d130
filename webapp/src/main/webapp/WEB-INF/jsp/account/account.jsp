<ui:bare title="${t.of('account.title')}" script="signin">
<div class="account">
<p><a href="${v.path('/')}">${fn:escapeXml(t.of('account.back'))}</a></p>
<h1>${fn:escapeXml(t.of('account.title'))}</h1>
<p class="page-sub">${fn:escapeXml(it.email())}</p>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('account.done.'.concat(it.done()))}"/></c:if>
<section class="card" aria-labelledby="profile-title"><div class="card-body">
<h2 id="profile-title">${fn:escapeXml(t.of('account.profile'))}</h2>
<form method="post" action="${v.path('/account/profile')}">
<ui:csrf/>
<ui:form-errors form="${it.profile()}"/>
<ui:field form="${it.profile()}" name="name" label="${t.of('account.name')}" autocomplete="name" maxlength="120"/>
<ui:field form="${it.profile()}" name="language" label="${t.of('account.language')}"><select class="form-select" id="language" name="language"><option value="fr" lang="fr"<c:if test="${it.profile().has('language', 'fr')}"> selected</c:if>>${fn:escapeXml(t.of('account.language.fr'))}</option><option value="en" lang="en"<c:if test="${it.profile().has('language', 'en')}"> selected</c:if>>${fn:escapeXml(t.of('account.language.en'))}</option></select></ui:field>
<button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('account.save'))}</button>
</form>
</div></section>
<section class="card" aria-labelledby="password-title"><div class="card-body">
<h2 id="password-title">${fn:escapeXml(t.of('signin.password'))}</h2>
<p>${fn:escapeXml(t.of('account.password.text'))}</p>
<form method="post" action="${v.path('/account/password')}">
<ui:csrf/>
<ui:form-errors form="${it.password()}"/>
<input type="hidden" name="username" autocomplete="username" value="${fn:escapeXml(it.email())}">
<ui:field form="${it.password()}" name="current" label="${t.of('account.current')}" type="password" autocomplete="current-password" maxlength="1000"/>
<ui:field form="${it.password()}" name="password" label="${t.of('password.new')}" type="password" autocomplete="new-password" maxlength="1000" hint="${t.of('password.hint')}"/>
<button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('account.password.submit'))}</button>
</form>
</div></section>
<section class="card" aria-labelledby="factor-title"><div class="card-body">
<h2 id="factor-title">${fn:escapeXml(t.of('signin.code.title'))}</h2>
<p>${fn:escapeXml(it.factor().on() ? t.of('account.factor.on', it.factor().backupCodesLeft()) : t.of('account.factor.off'))}</p>
<a class="btn" href="${v.path('/account/second-factor')}">${fn:escapeXml(t.of(it.factor().on() ? 'account.factor.manage' : 'account.factor.set-up'))}</a>
</div></section>
<section class="card" aria-labelledby="sessions-title"><div class="card-body">
<h2 id="sessions-title">${fn:escapeXml(t.of('account.sessions'))}</h2>
<ul class="account-list">
<c:forEach items="${it.sessions()}" var="session">
<li><div><b>${fn:escapeXml(it.browser(session.userAgent()))}</b><small>${fn:escapeXml(session.address())} · ${fn:escapeXml(t.of('account.since', f.dateTime(session.since().toEpochMilli())))}</small></div>
<c:choose>
<c:when test="${session.id() eq it.current()}"><span class="note">${fn:escapeXml(t.of('account.this-session'))}</span></c:when>
<c:otherwise><form method="post" action="${v.path('/account/sessions/revoke')}"><ui:csrf/><input type="hidden" name="session" value="${fn:escapeXml(session.id())}"><button class="btn btn-sm" type="submit">${fn:escapeXml(t.of('account.revoke'))}<span class="visually-hidden"> ${fn:escapeXml(it.browser(session.userAgent()))}</span></button></form></c:otherwise>
</c:choose></li>
</c:forEach>
</ul>
<c:if test="${fn:length(it.sessions()) > 1}"><form method="post" action="${v.path('/account/sessions/revoke-others')}"><ui:csrf/><button class="btn" type="submit">${fn:escapeXml(t.of('account.revoke-others'))}</button></form></c:if>
</div></section>
<section class="card" aria-labelledby="devices-title"><div class="card-body">
<h2 id="devices-title">${fn:escapeXml(t.of('account.devices'))}</h2>
<c:if test="${empty it.devices()}"><p>${fn:escapeXml(t.of('account.devices.none'))}</p></c:if>
<ul class="account-list">
<c:forEach items="${it.devices()}" var="device">
<li><div><b>${fn:escapeXml(it.browser(device.userAgent()))}</b><small>${fn:escapeXml(device.address())} · ${fn:escapeXml(t.of('account.until', f.dateTime(device.trustedUntil().get().toEpochMilli())))}</small></div>
<form method="post" action="${v.path('/account/devices/distrust')}"><ui:csrf/><input type="hidden" name="device" value="${fn:escapeXml(device.id())}"><button class="btn btn-sm" type="submit">${fn:escapeXml(t.of('account.distrust'))}<span class="visually-hidden"> ${fn:escapeXml(it.browser(device.userAgent()))}</span></button></form></li>
</c:forEach>
</ul>
</div></section>
<section class="card" aria-labelledby="data-title"><div class="card-body">
<h2 id="data-title">${fn:escapeXml(t.of('person.data'))}</h2>
<p>${fn:escapeXml(t.of('person.data-text'))}</p>
<a class="btn" href="${v.path('/account/data')}">${fn:escapeXml(t.of('person.data-open'))}</a>
</div></section>
</div>
</ui:bare>
