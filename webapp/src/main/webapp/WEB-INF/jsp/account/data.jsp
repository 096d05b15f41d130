<ui:bare title="${t.of('person.data')}" script="signin">
<div class="account">
<p><a href="${v.path('/account')}">${fn:escapeXml(t.of('account.title'))}</a></p>
<h1>${fn:escapeXml(t.of('person.data'))}</h1>
<p class="page-sub">${fn:escapeXml(it.email())}</p>
<ui:form-errors form="${it.form()}"/>
<section class="card" aria-labelledby="export-title"><div class="card-body">
<h2 id="export-title">${fn:escapeXml(t.of('person.export'))}</h2>
<p>${fn:escapeXml(t.of('person.export-text'))}</p>
<form method="post" action="${v.path('/account/data/export')}">
<ui:csrf/>
<input type="hidden" name="username" autocomplete="username" value="${fn:escapeXml(it.email())}">
<ui:field form="${it.form()}" name="password" label="${t.of('account.current')}" type="password" autocomplete="current-password" maxlength="1000"/>
<button class="btn btn-primary" type="submit"><ui:icon name="download"/>${fn:escapeXml(t.of('person.export-submit'))}</button>
</form>
</div></section>
<section class="card" aria-labelledby="erase-title"><div class="card-body">
<h2 id="erase-title">${fn:escapeXml(t.of('person.erase-own'))}</h2>
<p>${fn:escapeXml(t.of('person.erase-text'))}</p>
<p>${fn:escapeXml(t.of('person.erase-stays'))}</p>
<form method="post" action="${v.path('/account/data/erase')}">
<ui:csrf/>
<input type="hidden" name="username" autocomplete="username" value="${fn:escapeXml(it.email())}">
<ui:field form="${it.form()}" name="confirmation" label="${t.of('person.confirmation', it.email())}" autocomplete="off" maxlength="254"/>
<ui:field form="${it.form()}" name="erasePassword" label="${t.of('account.current')}" type="password" autocomplete="current-password" maxlength="1000"/>
<button class="btn btn-danger" type="submit">${fn:escapeXml(t.of('person.erase-own-submit'))}</button>
</form>
</div></section>
</div>
</ui:bare>
