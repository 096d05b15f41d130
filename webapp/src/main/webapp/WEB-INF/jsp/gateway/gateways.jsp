<ui:page title="${t.of('nav.gateways')}" active="gateways">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('nav.gateways'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('gateways.sub'))}</jsp:attribute>
<jsp:attribute name="actions"><c:if test="${it.changeable()}"><a class="btn btn-primary" href="${v.at('/admin/gateways/new')}">${fn:escapeXml(t.of('gateways.new'))}</a></c:if></jsp:attribute>
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('gateways.done.'.concat(it.done()))}"/></c:if>
<c:if test="${it.silent() > 0}"><ui:banner tone="critical" icon="filled/alert-octagon" text="${t.of('gateways.silent', it.silent(), f.count(it.silent()), it.cutOff(), f.count(it.cutOff()))}"/></c:if>
<c:choose>
<c:when test="${empty it.rows()}"><div class="card"><div class="card-body"><ui:empty icon="router" title="${t.of('gateways.none.title')}" text="${t.of('gateways.none.text')}"/></div></div></c:when>
<c:otherwise><ui:card title="${t.of('gateways.list')}" flush="${true}"><table class="table admin-table"><thead><tr><th scope="col">${fn:escapeXml(t.of('gateways.name'))}</th><th scope="col">${fn:escapeXml(t.of('gateways.state'))}</th><th scope="col">${fn:escapeXml(t.of('gateways.batteries'))}</th><th scope="col">${fn:escapeXml(t.of('gateways.backlog'))}</th><th scope="col">${fn:escapeXml(t.of('gateways.clock'))}</th><th scope="col">${fn:escapeXml(t.of('gateways.version'))}</th></tr></thead><tbody>
<c:forEach items="${it.rows()}" var="row"><tr>
<td data-label="${fn:escapeXml(t.of('gateways.name'))}"><a href="${v.at('/admin/gateways/')}${fn:escapeXml(row.gateway().uid())}"><b>${fn:escapeXml(row.gateway().name())}</b></a><c:if test="${row.gateway().code() != row.gateway().name()}"><small><code>${fn:escapeXml(row.gateway().code())}</code></small></c:if></td>
<td data-label="${fn:escapeXml(t.of('gateways.state'))}"><ui:gateway-state row="${row}"/></td>
<td data-label="${fn:escapeXml(t.of('gateways.batteries'))}">${f.count(row.count())}</td>
<td data-label="${fn:escapeXml(t.of('gateways.backlog'))}">${row.tellsBacklog() ? f.count(row.backlog()) : '—'}</td>
<td data-label="${fn:escapeXml(t.of('gateways.clock'))}"><ui:gateway-clock row="${row}"/></td>
<td data-label="${fn:escapeXml(t.of('gateways.version'))}"><c:choose><c:when test="${empty row.gateway().contact().version()}">—</c:when><c:otherwise><code>${fn:escapeXml(row.gateway().contact().version())}</code></c:otherwise></c:choose></td>
</tr></c:forEach></tbody></table></ui:card></c:otherwise>
</c:choose>
</jsp:body>
</ui:page>
