<ui:platform title="${t.of('nav.system')}" active="system">
<jsp:attribute name="actions"><form method="post" action="${v.path('/platform/system/check')}"><ui:csrf/><button class="btn" type="submit"><ui:icon name="refresh"/>${fn:escapeXml(t.of('system.check'))}</button></form></jsp:attribute>
<jsp:body>
<p class="system-when"><c:choose><c:when test="${it.checkedAt() == null}">${fn:escapeXml(t.of('system.never-checked'))}</c:when><c:otherwise>${fn:escapeXml(t.of('system.checked'))}&#32;<time datetime="${v.iso(it.checkedAt())}">${f.dateTime(it.checkedAt())}</time></c:otherwise></c:choose></p>
<div class="system-cards">
<c:forEach items="${it.cards()}" var="card"><ui:component-card card="${card}"/></c:forEach>
</div>
<c:if test="${not empty it.notices()}">
<ui:card title="${t.of('system.notices')}" flush="${true}">
<ul class="system-notices">
<c:forEach items="${it.notices()}" var="notice">
<li><ui:status condition="${notice.condition()}"/><div><b>${fn:escapeXml(notice.name())}<c:if test="${not empty notice.subject()}"> (${fn:escapeXml(notice.subject())})</c:if></b> ${fn:escapeXml(notice.told())} <c:if test="${not empty notice.toDo()}"><span class="system-do">${fn:escapeXml(notice.toDo())}</span></c:if><small>${fn:escapeXml(t.of('system.since'))}&#32;<time datetime="${v.iso(notice.since())}">${f.dateTime(notice.since())}</time><c:if test="${notice.incident()}"> · ${fn:escapeXml(t.of('system.told'))}</c:if></small></div></li>
</c:forEach>
</ul>
</ui:card>
</c:if>
<ui:card title="${t.of('system.jobs')}" flush="${true}">
<table class="table admin-table">
<caption class="visually-hidden">${fn:escapeXml(t.of('system.jobs'))}</caption>
<thead><tr><th scope="col">${fn:escapeXml(t.of('system.job'))}</th><th scope="col">${fn:escapeXml(t.of('system.state'))}</th><th scope="col">${fn:escapeXml(t.of('system.started'))}</th><th scope="col">${fn:escapeXml(t.of('system.took'))}</th></tr></thead>
<tbody>
<c:forEach items="${it.jobs()}" var="job">
<tr>
<td data-label="${fn:escapeXml(t.of('system.job'))}"><b>${fn:escapeXml(job.name())}</b><c:if test="${not empty job.failure()}"><small>${fn:escapeXml(job.failure())}</small></c:if></td>
<td data-label="${fn:escapeXml(t.of('system.state'))}"><span class="status status-${job.condition()}"><ui:condition-icon condition="${job.condition()}"/><span>${fn:escapeXml(t.of('system.run.'.concat(job.state())))}</span></span></td>
<td data-label="${fn:escapeXml(t.of('system.started'))}"><c:choose><c:when test="${job.startedAt() == null}">—</c:when><c:otherwise><time datetime="${v.iso(job.startedAt())}">${f.dateTime(job.startedAt())}</time></c:otherwise></c:choose></td>
<td data-label="${fn:escapeXml(t.of('system.took'))}">${f.duration(job.seconds())}</td>
</tr>
</c:forEach>
</tbody>
</table>
</ui:card>
<ui:card title="${t.of('system.clients')}" flush="${true}">
<table class="table admin-table">
<caption class="visually-hidden">${fn:escapeXml(t.of('system.clients'))}</caption>
<thead><tr><th scope="col">${fn:escapeXml(t.of('system.client'))}</th><th scope="col">${fn:escapeXml(t.of('system.size'))}</th><th scope="col">${fn:escapeXml(t.of('system.growth'))}</th><th scope="col">${fn:escapeXml(t.of('system.in-a-year'))}</th></tr></thead>
<tbody>
<c:forEach items="${it.sizes()}" var="size">
<tr>
<td data-label="${fn:escapeXml(t.of('system.client'))}"><b>${fn:escapeXml(size.name())}</b><small>${fn:escapeXml(size.slug())}</small></td>
<td data-label="${fn:escapeXml(t.of('system.size'))}">${empty size.bytes() ? '—' : fn:escapeXml(size.bytes())}</td>
<td data-label="${fn:escapeXml(t.of('system.growth'))}">${empty size.aDay() ? '—' : fn:escapeXml(size.aDay())}</td>
<td data-label="${fn:escapeXml(t.of('system.in-a-year'))}">${empty size.inAYear() ? '—' : fn:escapeXml(size.inAYear())}</td>
</tr>
</c:forEach>
</tbody>
</table>
</ui:card>
</jsp:body>
</ui:platform>
