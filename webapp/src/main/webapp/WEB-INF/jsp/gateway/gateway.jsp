<c:if test="${not it.isNew()}"><c:set var="row" value="${it.row().get()}"/></c:if>
<c:set var="title" value="${it.isNew() ? t.of('gateways.new') : row.gateway().name()}"/>
<c:set var="action" value="${v.at(it.isNew() ? '/admin/gateways' : '/admin/gateways/'.concat(row.gateway().uid()))}"/>
<ui:page title="${title}" active="gateways">
<jsp:attribute name="crumbs"><li><a href="${v.at('/admin/gateways')}">${fn:escapeXml(t.of('nav.gateways'))}</a></li><li aria-current="page">${fn:escapeXml(title)}</li></jsp:attribute>
<jsp:body>
<ui:form-errors form="${it.form()}"/>
<c:if test="${not it.isNew()}">
<c:if test="${row.clockOff}"><ui:banner tone="warning" icon="clock-pause" text="${t.of('gateways.clock-off')}"/></c:if>
<c:if test="${not empty row.stranger()}"><ui:banner tone="warning" icon="key" text="${t.of('gateways.stranger', row.stranger(), f.dateTime(row.strangerAt()))}"/></c:if>
<ui:card title="${t.of('gateways.now')}"><dl class="facts">
<div><dt>${fn:escapeXml(t.of('gateways.state'))}</dt><dd><ui:gateway-state row="${row}"/></dd></div>
<div><dt>${fn:escapeXml(t.of('gateways.contact'))}</dt><dd>${row.contact() == 0 ? '—' : f.dateTime(row.contact())}</dd></div>
<div><dt>${fn:escapeXml(t.of('gateways.backlog'))}</dt><dd>${row.tellsBacklog() ? f.count(row.backlog()) : '—'}</dd></div>
<div><dt>${fn:escapeXml(t.of('gateways.clock'))}</dt><dd><ui:gateway-clock row="${row}"/></dd></div>
<div><dt>${fn:escapeXml(t.of('gateways.version'))}</dt><dd>${empty row.gateway().contact().version() ? '—' : fn:escapeXml(row.gateway().contact().version())}</dd></div>
<div><dt>${fn:escapeXml(t.of('gateways.code'))}</dt><dd><code>${fn:escapeXml(row.gateway().code())}</code></dd></div>
<div><dt>${fn:escapeXml(t.of('gateways.batteries'))}</dt><dd><c:choose><c:when test="${empty row.batteries()}">—</c:when><c:otherwise><c:forEach items="${row.batteries()}" var="battery" varStatus="at"><c:if test="${not at.first}">, </c:if><a href="${v.at('/batteries/')}${fn:escapeXml(battery.uid())}">${fn:escapeXml(battery.name())}</a></c:forEach></c:otherwise></c:choose></dd></div>
</dl></ui:card>
</c:if>
<c:if test="${it.changeable()}">
<form class="card form-card" method="post" action="${fn:escapeXml(action)}"><div class="card-body"><ui:csrf/>
<c:if test="${it.isNew()}"><p class="note">${fn:escapeXml(t.of('gateways.new-note'))}</p><ui:field form="${it.form()}" name="code" label="${t.of('gateways.code')}" hint="${t.of('gateways.code-hint')}" autocomplete="off" maxlength="40"/></c:if>
<ui:field form="${it.form()}" name="name" label="${t.of('gateways.name')}" autocomplete="off" maxlength="120" optional="${it.isNew()}"/>
<ui:field form="${it.form()}" name="silent" label="${t.of('gateways.silent-after')}" hint="${t.of('gateways.silent-hint')}" inputmode="numeric" maxlength="5"/>
<ui:field form="${it.form()}" name="batteries" label="${t.of('gateways.batteries')}" hint="${t.of('gateways.batteries-hint')}" autocomplete="off" maxlength="20000" optional="${true}"/>
<c:if test="${not empty it.keys()}"><fieldset class="checks field" id="keys"><legend>${fn:escapeXml(t.of('gateways.keys'))}</legend><p class="field-hint">${fn:escapeXml(t.of('gateways.keys-hint'))}</p>
<c:if test="${not empty it.form().error('keys')}"><p class="field-error"><ui:icon name="filled/alert-octagon"/>${fn:escapeXml(it.form().error('keys'))}</p></c:if>
<c:forEach items="${it.keys()}" var="key"><label><input class="form-check-input" type="checkbox" name="key" value="${fn:escapeXml(key.id())}"<c:if test="${it.form().has('key', key.id())}"> checked</c:if>> ${fn:escapeXml(key.name())}</label></c:forEach>
</fieldset></c:if>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of(it.isNew() ? 'gateways.create' : 'fields.save'))}</button><a class="btn" href="${v.at('/admin/gateways')}">${fn:escapeXml(t.of('fields.cancel'))}</a></div>
</div></form>
<c:if test="${not it.isNew()}"><ui:card title="${t.of('gateways.delete')}"><p class="note">${fn:escapeXml(t.of('gateways.delete-note'))}</p><ui:confirm action="${action.concat('/delete')}" open="${t.of('gateways.delete')}" question="${t.of('gateways.delete-question', row.gateway().name())}" verb="${t.of('gateways.delete-verb')}"/></ui:card></c:if>
</c:if>
</jsp:body>
</ui:page>
