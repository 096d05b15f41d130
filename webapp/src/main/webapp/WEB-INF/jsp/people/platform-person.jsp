<c:set var="person" value="${it.row().person()}"/>
<c:set var="at" value="${v.path('/platform/people/'.concat(person.id()))}"/>
<ui:platform title="${person.displayName()}" active="platform-people">
<jsp:body>
<p><a href="${v.path('/platform/people')}">${fn:escapeXml(t.of('nav.platform-people'))}</a></p>
<ui:form-errors form="${it.form()}"/>
<ui:card title="${t.of('account.profile')}" kind="form-card" note="${t.of('person.number', person.id())}">
<dl class="facts">
<div><dt>${fn:escapeXml(t.of('person.email'))}</dt><dd>${fn:escapeXml(person.email())}</dd></div>
<div><dt>${fn:escapeXml(t.of('person.clients'))}</dt><dd>${fn:escapeXml(empty it.row().clients() ? '–' : it.row().clients())}</dd></div>
<c:if test="${person.platformAdmin()}"><div><dt>${fn:escapeXml(t.of('nav.platform'))}</dt><dd>${fn:escapeXml(t.of('people.platform-admin'))}</dd></div></c:if>
<div><dt>${fn:escapeXml(t.of('person.since'))}</dt><dd>${f.date(person.since().toEpochMilli())}</dd></div>
<div><dt>${fn:escapeXml(t.of('people.last-sign-in'))}</dt><dd><c:choose><c:when test="${it.row().lastSignIn() == null}">${fn:escapeXml(t.of('people.never'))}</c:when><c:otherwise>${f.dateTime(it.row().lastSignIn())}</c:otherwise></c:choose></dd></div>
</dl>
</ui:card>
<form class="card form-card" method="post" action="${fn:escapeXml(at)}/export"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('person.export'))}</h2></div><div class="card-body"><ui:csrf/>
<p>${fn:escapeXml(t.of('person.export-about'))}</p>
<div class="form-foot"><button class="btn btn-primary" type="submit"><ui:icon name="download"/>${fn:escapeXml(t.of('person.export-submit'))}</button></div>
</div></form>
<c:choose>
<c:when test="${it.row().self()}"><ui:card title="${t.of('person.erase')}" kind="form-card"><p>${fn:escapeXml(t.of('person.self'))}</p><a class="btn" href="${v.path('/account/data')}">${fn:escapeXml(t.of('person.data-open'))}</a></ui:card></c:when>
<c:otherwise>
<form class="card form-card" method="post" action="${fn:escapeXml(at)}/erase"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('person.erase'))}</h2></div><div class="card-body"><ui:csrf/>
<p>${fn:escapeXml(t.of('person.erase-text'))}</p>
<p>${fn:escapeXml(t.of('person.erase-stays'))}</p>
<ui:field form="${it.form()}" name="confirmation" label="${t.of('person.confirmation', person.email())}" autocomplete="off" maxlength="254"/>
<div class="form-foot"><button class="btn btn-danger" type="submit">${fn:escapeXml(t.of('person.erase-submit'))}</button></div>
</div></form>
</c:otherwise>
</c:choose>
</jsp:body>
</ui:platform>
