<ui:bare title="${t.of('forgot.title')}" script="signin">
<form class="card signin" method="post" action="${v.path('/forgot')}">
<ui:csrf/>
<div class="card-body">
<h1>${fn:escapeXml(t.of('forgot.title'))}</h1>
<c:choose>
<c:when test="${it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('forgot.done')}"/></c:when>
<c:otherwise>
<p>${fn:escapeXml(t.of('forgot.text'))}</p>
<ui:form-errors form="${it.form()}"/>
<ui:field form="${it.form()}" name="email" label="${t.of('signin.email')}" type="email" autocomplete="username" maxlength="254"/>
<button class="btn btn-primary wide" type="submit">${fn:escapeXml(t.of('forgot.submit'))}</button>
</c:otherwise>
</c:choose>
<p class="note"><a href="${v.path('/login')}">${fn:escapeXml(t.of('forgot.back'))}</a></p>
</div>
</form>
</ui:bare>
