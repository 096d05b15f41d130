<ui:page title="${t.of('nav.shares')}" active="shares" script="secret">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('nav.shares'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('shares.sub'))}</jsp:attribute>
<jsp:body>
<c:if test="${not empty it.address()}"><ui:secret-once title="${t.of('shares.done.created')}" text="${t.of('shares.once')}" secret="${it.address()}"/></c:if>
<c:if test="${not empty it.done() and empty it.address()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('shares.done.'.concat(it.done()))}"/></c:if>
<ui:form-errors form="${it.form()}"/>
<ui:card title="${t.of('shares.list')}" flush="${true}">
<c:choose>
<c:when test="${empty it.links()}"><ui:empty icon="share" title="${t.of('shares.empty')}" text="${t.of('shares.empty-text')}"/></c:when>
<c:otherwise>
<table class="table admin-table">
<thead><tr><th scope="col">${fn:escapeXml(t.of('shares.name'))}</th><th scope="col">${fn:escapeXml(t.of('access.label'))}</th><th scope="col">${fn:escapeXml(t.of('keys.expires'))}</th><th scope="col">${fn:escapeXml(t.of('shares.opened'))}</th><th scope="col"><span class="visually-hidden">${fn:escapeXml(t.of('keys.actions'))}</span></th></tr></thead>
<tbody><c:forEach items="${it.links()}" var="line"><tr>
<td data-label="${fn:escapeXml(t.of('shares.name'))}"><b>${fn:escapeXml(line.link().name())}</b></td>
<td data-label="${fn:escapeXml(t.of('access.label'))}">${fn:escapeXml(line.access())}</td>
<td data-label="${fn:escapeXml(t.of('keys.expires'))}"><c:choose><c:when test="${line.good}"><time datetime="${v.iso(line.expires())}">${f.dateTime(line.expires())}</time></c:when><c:otherwise>${fn:escapeXml(t.of('keys.state.'.concat(line.state())))}</c:otherwise></c:choose></td>
<td data-label="${fn:escapeXml(t.of('shares.opened'))}">${fn:escapeXml(t.of('shares.times', line.link().timesOpened()))}<c:if test="${line.lastUsed() > 0}"><small><time datetime="${v.iso(line.lastUsed())}">${f.dateTime(line.lastUsed())}</time></small></c:if></td>
<td><c:if test="${line.good}"><div class="row-actions"><ui:confirm action="${v.at('/admin/shares/')}${fn:escapeXml(line.link().id())}/revoke" open="${t.of('shares.revoke')}" question="${t.of('shares.revoke-question', line.link().name())}" verb="${t.of('shares.revoke-verb')}"/></div></c:if></td>
</tr></c:forEach></tbody>
</table>
</c:otherwise>
</c:choose>
</ui:card>
<ui:card title="${t.of('shares.new')}">
<form class="form-card" method="post" action="${v.at('/admin/shares')}">
<ui:csrf/>
<ui:field form="${it.form()}" name="name" label="${t.of('shares.name')}" hint="${t.of('shares.name-hint')}" autocomplete="off" maxlength="120"/>
<ui:access-choice form="${it.form()}" access="${it.access()}"/>
<ui:field form="${it.form()}" name="days" label="${t.of('keys.expires')}"><select class="form-select" id="days" name="days"><c:forEach items="${it.days()}" var="days"><option value="${fn:escapeXml(days)}"<c:if test="${it.form().value('days') == days.toString()}"> selected</c:if>>${fn:escapeXml(t.of('keys.in-days', days))}</option></c:forEach></select></ui:field>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('shares.create'))}</button></div>
</form>
</ui:card>
</jsp:body>
</ui:page>
