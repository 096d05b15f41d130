<ui:page title="${t.of('nav.users')}" active="users">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('nav.users'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('people.count', fn:length(it.rows())))}</jsp:attribute>
<jsp:attribute name="actions"><a class="btn btn-primary" href="${v.at('/admin/invitations/new')}"><ui:icon name="user-plus"/>${fn:escapeXml(t.of('people.invite'))}</a></jsp:attribute>
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('people.done.'.concat(it.done()))}"/></c:if>
<c:if test="${not empty it.refused()}"><ui:banner tone="critical" icon="filled/alert-octagon" text="${it.refused()}"/></c:if>
<div class="card table-card">
<table class="table admin-table">
<caption class="visually-hidden">${fn:escapeXml(t.of('nav.users'))}</caption>
<thead><tr><th scope="col">${fn:escapeXml(t.of('people.name'))}</th><th scope="col">${fn:escapeXml(t.of('people.role'))}</th><th scope="col">${fn:escapeXml(t.of('people.scope'))}</th><th scope="col">${fn:escapeXml(t.of('people.last-sign-in'))}</th><th scope="col">${fn:escapeXml(t.of('people.factor'))}</th><th scope="col">${fn:escapeXml(t.of('people.sessions'))}</th><th scope="col"><span class="visually-hidden">${fn:escapeXml(t.of('people.actions'))}</span></th></tr></thead>
<tbody>
<c:forEach items="${it.rows()}" var="row">
<tr>
<td data-label="${fn:escapeXml(t.of('people.name'))}"><b>${fn:escapeXml(row.member().displayName())}</b><c:if test="${row.self()}"> <small>${fn:escapeXml(t.of('people.self'))}</small></c:if><small>${fn:escapeXml(row.member().email())}</small><c:if test="${not row.member().active}"><span class="status status-unknown">${fn:escapeXml(t.of('people.inactive'))}</span></c:if></td>
<td data-label="${fn:escapeXml(t.of('people.role'))}">${fn:escapeXml(row.role())}</td>
<td data-label="${fn:escapeXml(t.of('people.scope'))}">${fn:escapeXml(row.scope())}</td>
<td data-label="${fn:escapeXml(t.of('people.last-sign-in'))}"><c:choose><c:when test="${row.lastSignIn() == null}">${fn:escapeXml(t.of('people.never'))}</c:when><c:otherwise><time datetime="${v.iso(row.lastSignIn())}">${f.dateTime(row.lastSignIn())}</time></c:otherwise></c:choose></td>
<td data-label="${fn:escapeXml(t.of('people.factor'))}">${fn:escapeXml(t.of(row.factor() ? 'people.factor.on' : 'people.factor.off'))}</td>
<td data-label="${fn:escapeXml(t.of('people.sessions'))}">${f.count(row.sessions())}</td>
<td><c:if test="${row.changeable()}"><div class="row-actions">
<a class="btn btn-sm" href="${v.at('/admin/users/')}${fn:escapeXml(row.member().id())}">${fn:escapeXml(t.of('people.change'))}<span class="visually-hidden"> ${fn:escapeXml(row.member().displayName())}</span></a>
<c:choose>
<c:when test="${row.member().active}"><ui:confirm action="${v.at('/admin/users/')}${fn:escapeXml(row.member().id())}/deactivate" open="${t.of('people.deactivate')}" question="${t.of('people.deactivate-question', row.member().displayName(), v.client().name())}" verb="${t.of('people.deactivate')}"/></c:when>
<c:otherwise><form method="post" action="${v.at('/admin/users/')}${fn:escapeXml(row.member().id())}/reactivate"><ui:csrf/><button class="btn btn-sm" type="submit">${fn:escapeXml(t.of('people.reactivate'))}<span class="visually-hidden"> ${fn:escapeXml(row.member().displayName())}</span></button></form></c:otherwise>
</c:choose>
</div></c:if></td>
</tr>
</c:forEach>
</tbody>
</table>
</div>
<c:if test="${not empty it.invited()}">
<section class="card table-card" aria-labelledby="invited-title">
<div class="card-header"><h2 class="card-title" id="invited-title">${fn:escapeXml(t.of('people.invited'))}&#32;<small>${fn:escapeXml(t.of('people.invited-note'))}</small></h2></div>
<table class="table admin-table">
<thead><tr><th scope="col">${fn:escapeXml(t.of('people.name'))}</th><th scope="col">${fn:escapeXml(t.of('people.role'))}</th><th scope="col">${fn:escapeXml(t.of('people.scope'))}</th><th scope="col">${fn:escapeXml(t.of('people.invited-until'))}</th><th scope="col"><span class="visually-hidden">${fn:escapeXml(t.of('people.actions'))}</span></th></tr></thead>
<tbody>
<c:forEach items="${it.invited()}" var="row"><c:set var="one" value="${row.invitation()}"/>
<tr>
<td data-label="${fn:escapeXml(t.of('people.name'))}"><b>${fn:escapeXml(one.displayName())}</b><small>${fn:escapeXml(one.email())}</small></td>
<td data-label="${fn:escapeXml(t.of('people.role'))}">${fn:escapeXml(row.role())}</td>
<td data-label="${fn:escapeXml(t.of('people.scope'))}">${fn:escapeXml(row.scope())}</td>
<td data-label="${fn:escapeXml(t.of('people.invited-until'))}"><c:choose><c:when test="${row.expired()}"><span class="status status-stale">${fn:escapeXml(t.of('people.invited-expired'))}</span></c:when><c:otherwise><time datetime="${v.iso(row.expiresAt())}">${f.dateTime(row.expiresAt())}</time></c:otherwise></c:choose></td>
<td><c:if test="${row.changeable()}"><div class="row-actions">
<form method="post" action="${v.at('/admin/invitations/')}${fn:escapeXml(one.id())}/send-again"><ui:csrf/><button class="btn btn-sm" type="submit">${fn:escapeXml(t.of('people.send-again'))}<span class="visually-hidden"> ${fn:escapeXml(one.displayName())}</span></button></form>
<ui:confirm action="${v.at('/admin/invitations/')}${fn:escapeXml(one.id())}/withdraw" open="${t.of('people.withdraw')}" question="${t.of('people.withdraw-question', one.displayName())}" verb="${t.of('people.withdraw-verb')}"/>
</div></c:if></td>
</tr>
</c:forEach>
</tbody>
</table>
</section>
</c:if>
</jsp:body>
</ui:page>
