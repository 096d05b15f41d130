<c:set var="at" value="${v.at('/admin/settings')}"/>
<ui:page title="${t.of('settings.title')}" active="settings">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('settings.title'))}</li></jsp:attribute>
<jsp:body>
<c:if test="${not empty it.done()}"><ui:banner tone="normal" icon="circle-check" text="${t.of('settings.done.'.concat(it.done()))}"/></c:if>
<c:forEach items="${it.use().warnings()}" var="part"><ui:banner tone="warning" icon="alert-triangle" text="${t.of('quota.warning', t.of('quota.'.concat(part.name())), f.count(part.used()), f.count(part.limit()))}"/></c:forEach>
<ui:form-errors form="${it.form()}"/>
<form class="card form-card" method="post" action="${fn:escapeXml(at)}"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('settings.look'))}</h2></div><div class="card-body"><ui:csrf/>
<ui:field form="${it.form()}" name="name" label="${t.of('settings.name')}" maxlength="120"/>
<ui:field form="${it.form()}" name="accent" label="${t.of('settings.accent')}" hint="${t.of('settings.accent-hint')}" maxlength="7" optional="${true}"/>
<c:if test="${not empty it.suggestion()}"><p class="note">${fn:escapeXml(t.of('settings.suggestion', it.suggestion()))}</p></c:if>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('fields.save'))}</button></div>
</div></form>
<div class="card form-card"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('settings.logo'))}</h2></div><div class="card-body">
<c:choose><c:when test="${it.client().look().logo().isPresent()}"><p><img class="logo-shown" src="${fn:escapeXml(v.at('/logo/'.concat(it.client().look().logo().get()).concat('.png')))}" alt="${fn:escapeXml(t.of('settings.logo-of', it.client().name()))}"></p></c:when><c:otherwise><p class="note">${fn:escapeXml(t.of('settings.no-logo'))}</p></c:otherwise></c:choose>
<form method="post" action="${fn:escapeXml(at)}/logo" enctype="multipart/form-data"><ui:csrf/>
<ui:field form="${it.form()}" name="logo" label="${t.of('settings.logo-file')}" hint="${t.of('settings.logo-hint')}"><input class="form-control" id="logo" name="logo" type="file" accept="image/png,image/jpeg" required aria-describedby="logo-hint"></ui:field>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('settings.logo-send'))}</button></div></form>
<c:if test="${it.client().look().logo().isPresent()}"><ui:confirm action="${at}/no-logo" open="${t.of('settings.logo-remove')}" question="${t.of('settings.logo-question', it.client().name())}" verb="${t.of('settings.logo-remove')}"/></c:if>
</div></div>
<form class="card form-card" method="post" action="${fn:escapeXml(at)}/second-factor"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('settings.factor'))}</h2></div><div class="card-body"><ui:csrf/>
<fieldset class="checks field"><label><input class="form-check-input" type="checkbox" name="required" value="on" aria-describedby="factor-hint"<c:if test="${it.factorRequired()}"> checked</c:if>>${fn:escapeXml(t.of('settings.factor-required'))}</label></fieldset>
<p class="note" id="factor-hint">${fn:escapeXml(t.of('settings.factor-hint'))}</p>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('fields.save'))}</button></div>
</div></form>
<form class="card form-card" method="post" action="${fn:escapeXml(at)}/retention"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('settings.retention'))}</h2></div><div class="card-body"><ui:csrf/>
<ui:retention form="${it.form()}" label="${t.of('settings.retention-label')}" usual="${it.installationPeriod()}"/>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('fields.save'))}</button></div>
</div></form>
<div class="card form-card"><div class="card-header"><h2 class="card-title">${fn:escapeXml(t.of('quota.title'))}</h2></div><div class="card-body"><c:choose><c:when test="${empty it.use().parts()}"><p class="note">${fn:escapeXml(t.of('quota.none'))}</p></c:when><c:otherwise><dl class="facts"><c:forEach items="${it.use().parts()}" var="part"><div><dt>${fn:escapeXml(t.of('quota.'.concat(part.name())))}</dt><dd>${fn:escapeXml(t.of('quota.used', f.count(part.used()), f.count(part.limit())))}</dd></div></c:forEach></dl></c:otherwise></c:choose></div></div>
</jsp:body>
</ui:page>
