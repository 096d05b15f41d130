<ui:bare title="${t.of('reset.title')}" script="signin">
<form class="card signin" method="post" action="${v.path('/reset')}">
<ui:csrf/>
<div class="card-body">
<h1>${fn:escapeXml(t.of('reset.title'))}</h1>
<c:choose>
<c:when test="${empty it.email()}">
<ui:banner tone="warning" icon="filled/alert-triangle" text="${t.of('reset.expired')}"/>
<p class="note"><a href="${v.path('/forgot')}">${fn:escapeXml(t.of('reset.again'))}</a></p>
</c:when>
<c:otherwise>
<p>${fn:escapeXml(t.of('reset.text', it.email()))}</p>
<ui:form-errors form="${it.form()}"/>
<input type="hidden" name="token" value="${fn:escapeXml(it.token())}">
<input type="hidden" name="username" autocomplete="username" value="${fn:escapeXml(it.email())}">
<ui:field form="${it.form()}" name="password" label="${t.of('password.new')}" type="password" autocomplete="new-password" maxlength="1000" hint="${t.of('password.hint')}"/>
<button class="btn btn-primary wide" type="submit">${fn:escapeXml(t.of('reset.submit'))}</button>
</c:otherwise>
</c:choose>
</div>
</form>
</ui:bare>
