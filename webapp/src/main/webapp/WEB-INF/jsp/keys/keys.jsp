<ui:page title="${t.of('nav.keys')}" active="keys" script="secret">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('nav.keys'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('keys.sub'))}</jsp:attribute>
<jsp:body>
<c:if test="${not empty it.secret()}"><ui:secret-once title="${t.of('keys.done.created')}" text="${t.of('keys.once')}" secret="${it.secret()}"/></c:if>
<c:if test="${not empty it.done() and empty it.secret()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('keys.done.'.concat(it.done()))}"/></c:if>
<ui:form-errors form="${it.form()}"/>
<ui:card title="${t.of('keys.list')}" flush="${true}">
<c:choose>
<c:when test="${empty it.keys()}"><ui:empty icon="key" title="${t.of('keys.empty')}" text="${t.of('keys.empty-text')}"/></c:when>
<c:otherwise>
<table class="table admin-table">
<thead><tr><th scope="col">${fn:escapeXml(t.of('keys.name'))}</th><th scope="col">${fn:escapeXml(t.of('keys.may'))}</th><th scope="col">${fn:escapeXml(t.of('access.label'))}</th><th scope="col">${fn:escapeXml(t.of('keys.expires'))}</th><th scope="col">${fn:escapeXml(t.of('keys.used'))}</th><th scope="col"><span class="visually-hidden">${fn:escapeXml(t.of('keys.actions'))}</span></th></tr></thead>
<tbody><c:forEach items="${it.keys()}" var="line"><c:set var="id" value="${fn:escapeXml(line.key().id())}"/><tr>
<td data-label="${fn:escapeXml(t.of('keys.name'))}"><b>${fn:escapeXml(line.key().name())}</b><small><code>${fn:escapeXml(line.key().prefix())}…</code></small></td>
<td data-label="${fn:escapeXml(t.of('keys.may'))}"><c:if test="${line.sends()}">${fn:escapeXml(t.of('keys.ingest'))}</c:if><c:if test="${line.sends() and line.reads()}">, </c:if><c:if test="${line.reads()}">${fn:escapeXml(t.of('keys.read'))}</c:if></td>
<td data-label="${fn:escapeXml(t.of('access.label'))}">${fn:escapeXml(line.access())}</td>
<td data-label="${fn:escapeXml(t.of('keys.expires'))}"><c:choose><c:when test="${not line.good}">${fn:escapeXml(t.of('keys.state.'.concat(line.state())))}</c:when><c:when test="${line.expires() == 0}">${fn:escapeXml(t.of('keys.never'))}</c:when><c:otherwise><time datetime="${v.iso(line.expires())}">${f.date(line.expires())}</time></c:otherwise></c:choose></td>
<td data-label="${fn:escapeXml(t.of('keys.used'))}"><c:choose><c:when test="${line.lastUsed() == 0}">${fn:escapeXml(t.of('keys.not-yet'))}</c:when><c:otherwise><time datetime="${v.iso(line.lastUsed())}">${f.dateTime(line.lastUsed())}</time></c:otherwise></c:choose></td>
<td><c:if test="${line.good}"><div class="row-actions">
<details class="confirm"><summary class="btn btn-sm">${fn:escapeXml(t.of('keys.rename'))}</summary><form class="confirm-box" method="post" action="${v.at('/admin/keys/')}${id}/name"><ui:csrf/><div class="field"><label class="field-label" for="name-${id}">${fn:escapeXml(t.of('keys.name'))}</label><input class="form-control" id="name-${id}" name="name" value="${fn:escapeXml(line.key().name())}" maxlength="120" required></div><button class="btn btn-sm btn-primary" type="submit">${fn:escapeXml(t.of('keys.rename'))}</button></form></details>
<ui:confirm action="${v.at('/admin/keys/')}${id}/revoke" open="${t.of('keys.revoke')}" question="${t.of('keys.revoke-question', line.key().name())}" verb="${t.of('keys.revoke-verb')}"/>
</div></c:if></td>
</tr></c:forEach></tbody>
</table>
</c:otherwise>
</c:choose>
</ui:card>
<ui:card title="${t.of('keys.new')}">
<form class="form-card" method="post" action="${v.at('/admin/keys')}">
<ui:csrf/>
<ui:field form="${it.form()}" name="name" label="${t.of('keys.name')}" hint="${t.of('keys.name-hint')}" autocomplete="off" maxlength="120"/>
<fieldset class="checks field" id="scopes"><legend>${fn:escapeXml(t.of('keys.may'))}</legend>
<c:if test="${not empty it.form().error('scopes')}"><p class="field-error"><ui:icon name="filled/alert-octagon"/>${fn:escapeXml(it.form().error('scopes'))}</p></c:if>
<label><input class="form-check-input" type="checkbox" name="scope" value="ingest"<c:if test="${it.form().has('scope', 'ingest')}"> checked</c:if>> ${fn:escapeXml(t.of('keys.ingest-long'))}</label>
<label><input class="form-check-input" type="checkbox" name="scope" value="read"<c:if test="${it.form().has('scope', 'read')}"> checked</c:if>> ${fn:escapeXml(t.of('keys.read-long'))}</label>
</fieldset>
<ui:access-choice form="${it.form()}" access="${it.access()}"/>
<ui:field form="${it.form()}" name="days" label="${t.of('keys.expires')}"><select class="form-select" id="days" name="days"><c:forEach items="${it.days()}" var="days"><option value="${fn:escapeXml(days)}"<c:if test="${it.form().value('days') == days.toString()}"> selected</c:if>>${fn:escapeXml(days == 0 ? t.of('keys.never') : t.of('keys.in-days', days))}</option></c:forEach></select></ui:field>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('keys.create'))}</button></div>
</form>
</ui:card>
</jsp:body>
</ui:page>
