<ui:page title="${t.of('fields.title')}" active="fields">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('fields.title'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('fields.sub'))}</jsp:attribute>
<jsp:attribute name="actions"><a class="btn btn-primary" href="${v.at('/admin/fields/new')}">${fn:escapeXml(t.of('fields.new'))}</a></jsp:attribute>
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('fields.done.'.concat(it.done()))}"/></c:if>
<c:choose>
<c:when test="${empty it.used() && empty it.archived()}"><div class="card"><div class="card-body"><ui:empty icon="table" title="${t.of('fields.none.title')}" text="${t.of('fields.none.text')}"><a class="btn btn-primary" href="${v.at('/admin/fields/new')}">${fn:escapeXml(t.of('fields.new'))}</a></ui:empty></div></div></c:when>
<c:otherwise>
<c:if test="${not empty it.used()}"><ui:card title="${t.of('fields.used')}" flush="${true}"><table class="table admin-table"><thead><tr><th scope="col">${fn:escapeXml(t.of('fields.column.label'))}</th><th scope="col">${fn:escapeXml(t.of('fields.column.kind'))}</th><th scope="col">${fn:escapeXml(t.of('fields.column.default'))}</th><th scope="col">${fn:escapeXml(t.of('fields.column.batteries'))}</th><th scope="col"><span class="visually-hidden">${fn:escapeXml(t.of('fields.column.actions'))}</span></th></tr></thead><tbody>
<c:forEach items="${it.used()}" var="line"><c:set var="at" value="${v.at('/admin/fields/'.concat(line.field().code()))}"/><tr>
<td data-label="${fn:escapeXml(t.of('fields.column.label'))}"><a href="${fn:escapeXml(at)}/edit"><b>${fn:escapeXml(line.label())}</b></a><small>${fn:escapeXml(line.field().code())}<c:if test="${line.field().required()}"> · ${fn:escapeXml(t.of('fields.required'))}</c:if></small></td>
<td data-label="${fn:escapeXml(t.of('fields.column.kind'))}">${fn:escapeXml(t.of('fields.kind.'.concat(line.kind())))}<c:if test="${not empty line.field().unit()}"> (${fn:escapeXml(line.field().unit())})</c:if></td>
<td data-label="${fn:escapeXml(t.of('fields.column.default'))}">${empty line.field().defaultValue() ? '—' : fn:escapeXml(line.field().defaultValue())}</td>
<td data-label="${fn:escapeXml(t.of('fields.column.batteries'))}">${f.count(line.batteries())}</td>
<td><div class="row-actions">
<form method="post" action="${fn:escapeXml(at)}/up"><ui:csrf/><button class="btn btn-sm btn-icon" type="submit" aria-label="${fn:escapeXml(t.of('fields.up', line.label()))}"><ui:icon name="arrow-up"/></button></form>
<form method="post" action="${fn:escapeXml(at)}/down"><ui:csrf/><button class="btn btn-sm btn-icon" type="submit" aria-label="${fn:escapeXml(t.of('fields.down', line.label()))}"><ui:icon name="arrow-down"/></button></form>
<c:choose><c:when test="${line.batteries() == 0}"><ui:confirm action="${at}/delete" open="${t.of('fields.delete')}" question="${t.of('fields.delete-question', line.label())}" verb="${t.of('fields.delete-verb')}"/></c:when><c:otherwise><ui:confirm action="${at}/archive" open="${t.of('fields.archive')}" question="${t.of('fields.archive-question', line.label(), line.batteries())}" verb="${t.of('fields.archive-verb')}"/></c:otherwise></c:choose>
</div></td>
</tr></c:forEach></tbody></table></ui:card></c:if>
<c:if test="${not empty it.archived()}"><ui:card title="${t.of('fields.archived')}" note="${t.of('fields.archived-note')}" flush="${true}"><table class="table admin-table"><thead><tr><th scope="col">${fn:escapeXml(t.of('fields.column.label'))}</th><th scope="col">${fn:escapeXml(t.of('fields.column.batteries'))}</th><th scope="col"><span class="visually-hidden">${fn:escapeXml(t.of('fields.column.actions'))}</span></th></tr></thead><tbody>
<c:forEach items="${it.archived()}" var="line"><c:set var="at" value="${v.at('/admin/fields/'.concat(line.field().code()))}"/><tr>
<td data-label="${fn:escapeXml(t.of('fields.column.label'))}">${fn:escapeXml(line.label())}<small>${fn:escapeXml(line.field().code())}</small></td>
<td data-label="${fn:escapeXml(t.of('fields.column.batteries'))}">${f.count(line.batteries())}</td>
<td><div class="row-actions"><form method="post" action="${fn:escapeXml(at)}/restore"><ui:csrf/><button class="btn btn-sm" type="submit">${fn:escapeXml(t.of('fields.restore'))}</button></form></div></td>
</tr></c:forEach></tbody></table></ui:card></c:if>
</c:otherwise>
</c:choose>
</jsp:body>
</ui:page>
