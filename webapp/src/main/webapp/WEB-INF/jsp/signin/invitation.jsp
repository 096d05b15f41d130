<ui:bare title="${t.of('invitation.title')}" script="signin">
<form class="card signin" method="post" action="${v.path('/invitation')}">
<ui:csrf/>
<div class="card-body">
<h1>${fn:escapeXml(t.of('invitation.title'))}</h1>
<c:choose>
<c:when test="${empty it.offer()}"><ui:banner tone="warning" icon="filled/alert-triangle" text="${t.of('invitation.expired')}"/></c:when>
<c:otherwise>
<input type="hidden" id="token" name="token" value="${fn:escapeXml(it.token())}">
<ui:form-errors form="${it.form()}"/>
<p>${fn:escapeXml(t.of('invitation.text', it.offer().client(), it.offer().email()))}</p>
<c:choose>
<c:when test="${it.offer().hasAccount() and it.signedIn()}"><button class="btn btn-primary wide" type="submit">${fn:escapeXml(t.of('invitation.join'))}</button></c:when>
<c:when test="${it.offer().hasAccount()}"><p>${fn:escapeXml(t.of('invitation.sign-in-text'))}</p><button class="btn btn-primary wide" type="submit">${fn:escapeXml(t.of('signin.submit'))}</button></c:when>
<c:otherwise>
<input type="hidden" name="username" autocomplete="username" value="${fn:escapeXml(it.offer().email())}">
<ui:field form="${it.form()}" name="name" label="${t.of('invitation.name')}" autocomplete="name" maxlength="120"/>
<ui:field form="${it.form()}" name="password" label="${t.of('signin.password')}" type="password" autocomplete="new-password" maxlength="1000" hint="${t.of('password.hint')}"/>
<button class="btn btn-primary wide" type="submit">${fn:escapeXml(t.of('invitation.create'))}</button>
</c:otherwise>
</c:choose>
</c:otherwise>
</c:choose>
</div>
</form>
</ui:bare>
