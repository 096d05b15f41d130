<ui:platform title="${t.of('nav.platform-clients')}" active="platform-clients">
<jsp:attribute name="actions"><a class="btn btn-primary" href="${v.path('/platform/clients/new')}">${fn:escapeXml(t.of('clients.new'))}</a></jsp:attribute>
<jsp:body>
<c:choose>
<c:when test="${empty it.rows()}"><ui:empty icon="building" title="${t.of('clients.none')}" text="${t.of('clients.none-text')}"/></c:when>
<c:otherwise>
<div class="card table-card">
<table class="table admin-table">
<caption class="visually-hidden">${fn:escapeXml(t.of('nav.platform-clients'))}</caption>
<thead><tr><th scope="col">${fn:escapeXml(t.of('clients.client'))}</th><th scope="col">${fn:escapeXml(t.of('clients.status'))}</th><th scope="col">${fn:escapeXml(t.of('quota.batteries'))}</th><th scope="col">${fn:escapeXml(t.of('quota.users'))}</th><th scope="col">${fn:escapeXml(t.of('clients.samples'))}</th><th scope="col">${fn:escapeXml(t.of('clients.retention'))}</th><th scope="col">${fn:escapeXml(t.of('clients.created'))}</th></tr></thead>
<tbody>
<c:forEach items="${it.rows()}" var="row">
<tr>
<td data-label="${fn:escapeXml(t.of('clients.client'))}"><a href="${v.path('/platform/clients/')}${fn:escapeXml(row.client().id().slug())}"><b>${fn:escapeXml(row.client().name())}</b></a><small>${fn:escapeXml(row.client().id().slug())}</small></td>
<td data-label="${fn:escapeXml(t.of('clients.status'))}"><ui:client-state row="${row}"/></td>
<c:choose><c:when test="${empty row.use()}"><td data-label="${fn:escapeXml(t.of('clients.use'))}" colspan="3">${fn:escapeXml(t.of('clients.unknown'))}</td></c:when>
<c:otherwise><td data-label="${fn:escapeXml(t.of('quota.batteries'))}"><ui:used used="${row.use().batteries()}" limit="${row.use().quota().batteries()}"/></td>
<td data-label="${fn:escapeXml(t.of('quota.users'))}"><ui:used used="${row.use().users()}" limit="${row.use().quota().users()}"/></td>
<td data-label="${fn:escapeXml(t.of('clients.samples'))}"><ui:used used="${row.use().samplesToday()}" limit="${row.use().quota().samplesADay()}"/></td></c:otherwise></c:choose>
<td data-label="${fn:escapeXml(t.of('clients.retention'))}">${fn:escapeXml(row.retention())}</td>
<td data-label="${fn:escapeXml(t.of('clients.created'))}"><time datetime="${v.iso(row.client().createdAt().toEpochMilli())}">${f.date(row.client().createdAt().toEpochMilli())}</time></td>
</tr>
</c:forEach>
</tbody>
</table>
</div>
</c:otherwise>
</c:choose>
</jsp:body>
</ui:platform>
