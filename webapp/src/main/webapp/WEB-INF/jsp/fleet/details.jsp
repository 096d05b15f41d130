<c:set var="page" value="${v.at('/batteries/'.concat(it.battery().uid()))}"/>
<ui:page title="${t.of('details.title', it.battery().name())}" active="batteries">
<jsp:attribute name="crumbs"><li><a href="${fn:escapeXml(page)}">${fn:escapeXml(it.battery().name())}</a></li><li aria-current="page">${fn:escapeXml(t.of('details.crumb'))}</li></jsp:attribute>
<jsp:body>
<ui:form-errors form="${it.form()}"/>
<form class="card form-card" method="post" action="${fn:escapeXml(page)}/details"><div class="card-body"><ui:csrf/>
<ui:field form="${it.form()}" name="tags" label="${t.of('details.tags')}" hint="${t.of('details.tags-hint')}" maxlength="1000" optional="${true}"/>
<c:forEach items="${it.lines()}" var="line"><c:set var="label" value="${line.label().concat(empty line.field().unit() ? '' : ' ('.concat(line.field().unit()).concat(')'))}"/>
<c:choose>
<c:when test="${line.kind() == 'list' || line.kind() == 'yes-no'}"><ui:field form="${it.form()}" name="${line.name()}" label="${label}" optional="${not line.field().required()}"><select class="form-select" id="${fn:escapeXml(line.name())}" name="${fn:escapeXml(line.name())}"><option value="">${fn:escapeXml(t.of('details.none'))}</option><c:choose><c:when test="${line.kind() == 'list'}"><c:forEach items="${line.field().choices()}" var="choice"><option value="${fn:escapeXml(choice.value())}"<c:if test="${it.form().value(line.name()) == choice.value()}"> selected</c:if>>${fn:escapeXml(choice.label(t.locale()))}</option></c:forEach></c:when><c:otherwise><option value="true"<c:if test="${it.form().value(line.name()) == 'true'}"> selected</c:if>>${fn:escapeXml(t.of('js.yes'))}</option><option value="false"<c:if test="${it.form().value(line.name()) == 'false'}"> selected</c:if>>${fn:escapeXml(t.of('js.no'))}</option></c:otherwise></c:choose></select></ui:field></c:when>
<c:when test="${line.kind() == 'date'}"><ui:field form="${it.form()}" name="${line.name()}" label="${label}" type="date" optional="${not line.field().required()}"/></c:when>
<c:when test="${line.kind() == 'number'}"><ui:field form="${it.form()}" name="${line.name()}" label="${label}" inputmode="decimal" maxlength="40" optional="${not line.field().required()}"/></c:when>
<c:otherwise><ui:field form="${it.form()}" name="${line.name()}" label="${label}" maxlength="500" optional="${not line.field().required()}"/></c:otherwise>
</c:choose></c:forEach>
<c:if test="${empty it.lines()}"><p class="note">${fn:escapeXml(t.of('details.no-fields'))}</p></c:if>
<div class="form-foot"><button class="btn btn-primary" type="submit">${fn:escapeXml(t.of('fields.save'))}</button><a class="btn" href="${fn:escapeXml(page)}">${fn:escapeXml(t.of('fields.cancel'))}</a></div>
</div></form>
</jsp:body>
</ui:page>
