<ui:platform title="${t.of('nav.platform-incidents')}" active="platform-incidents">
<jsp:attribute name="actions"><a class="btn" href="${v.path('/platform/incidents/csv')}"><ui:icon name="download"/>${fn:escapeXml(t.of('audit.csv'))}</a><a class="btn btn-primary" href="${v.path('/platform/incidents/new')}">${fn:escapeXml(t.of('incident.new'))}</a></jsp:attribute>
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('incident.done.'.concat(it.done()))}"/></c:if>
<p class="note">${fn:escapeXml(t.of('incident.about'))}</p>
<c:if test="${empty it.incidents()}"><ui:empty icon="shield-check" title="${t.of('incident.none')}" text="${t.of('incident.none-text')}"/></c:if>
<c:forEach items="${it.incidents()}" var="one">
<c:set var="incident" value="${one.incident()}"/>
<ui:card title="${t.of('incident.number', one.id())}" note="${t.of('incident.recorded', f.dateTime(one.recordedAt().toEpochMilli()), f.dateTime(one.changedAt().toEpochMilli()))}" kind="incident-card">
<jsp:attribute name="actions"><a class="btn btn-sm d-print-none" href="${v.path('/platform/incidents/')}${fn:escapeXml(one.id())}">${fn:escapeXml(t.of('incident.change'))}<span class="visually-hidden"> ${fn:escapeXml(t.of('incident.number', one.id()))}</span></a></jsp:attribute>
<jsp:body>
<c:if test="${incident.awaitsCommission()}"><ui:banner tone="warning" icon="alert-triangle" text="${t.of('incident.awaits-commission')}"/></c:if>
<c:if test="${incident.awaitsPersons()}"><ui:banner tone="warning" icon="alert-triangle" text="${t.of('incident.awaits-persons')}"/></c:if>
<dl class="incident-parts">
<ui:told label="${t.of('incident.occurred')}" text="${incident.occurred()}"/>
<ui:told label="${t.of('incident.aware-on')}" text="${incident.awareOn().get()}"/>
<ui:told label="${t.of('incident.clients')}" text="${incident.clients()}"/>
<ui:told label="${t.of('incident.information')}" text="${incident.information()}"/>
<ui:told label="${t.of('incident.circumstances')}" text="${incident.circumstances()}"/>
<ui:told label="${t.of('incident.persons')}" text="${incident.persons()}"/>
<ui:told label="${t.of('incident.serious-risk')}" text="${t.of(incident.seriousRisk() ? 'incident.yes' : 'incident.no')}"/>
<ui:told label="${t.of('incident.assessment')}" text="${incident.assessment()}"/>
<ui:told label="${t.of('incident.commission-on')}" text="${incident.commissionOn().isPresent() ? incident.commissionOn().get() : ''}"/>
<ui:told label="${t.of('incident.persons-told-on')}" text="${incident.personsToldOn().isPresent() ? incident.personsToldOn().get() : ''}"/>
<ui:told label="${t.of('incident.public-notice')}" text="${incident.publicNotice()}"/>
<ui:told label="${t.of('incident.measures')}" text="${incident.measures()}"/>
</dl>
</jsp:body>
</ui:card>
</c:forEach>
<c:if test="${it.older() > 0}"><nav class="form-foot d-print-none" aria-label="${fn:escapeXml(t.of('audit.pages'))}"><a class="btn" rel="next" href="${v.path('/platform/incidents')}?before=${fn:escapeXml(it.older())}">${fn:escapeXml(t.of('audit.older'))}</a></nav></c:if>
</jsp:body>
</ui:platform>
