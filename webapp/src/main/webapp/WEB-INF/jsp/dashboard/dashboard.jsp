<c:set var="fleet" value="${it.fleet()}"/>
<ui:page title="${t.of('nav.dashboard')}" active="dashboard" script="dashboard" charts="${true}">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('nav.dashboard'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('dashboard.extent', fleet.batteries(), f.count(fleet.batteries()), fleet.places(), fleet.types()))}</jsp:attribute>
<jsp:attribute name="actions"><c:if test="${fn:length(it.types()) > 1}"><nav class="btn-group" aria-label="${fn:escapeXml(t.of('dashboard.scope'))}"><a class="btn btn-sm${empty it.type() ? ' active' : ''}" href="${v.at('')}"<c:if test="${empty it.type()}"> aria-current="true"</c:if>>${fn:escapeXml(t.of('dashboard.all-types'))}</a><c:forEach items="${it.types()}" var="one"><a class="btn btn-sm${it.type() == one.type().uid() ? ' active' : ''}" href="${v.at('?type=')}${one.type().uid()}"<c:if test="${it.type() == one.type().uid()}"> aria-current="true"</c:if>>${fn:escapeXml(one.type().name())}</a></c:forEach></nav></c:if></jsp:attribute>
<jsp:body>
<c:choose>
<c:when test="${fleet.batteries() == 0}"><div class="card"><div class="card-body"><ui:empty icon="battery-charging" title="${t.of('fleet.none.title')}" text="${t.of('fleet.none.text')}"/></div></div></c:when>
<c:otherwise>
<ui:state-strip/>
<ui:fleet-figures/>
<div class="columns-wide">
<ui:card title="${t.of('dashboard.chart')}">
<jsp:attribute name="actions"><ui:legend key="charge" text="${t.of('flow.charging')} (+)"/><ui:legend key="discharge" text="${t.of('flow.discharging')} (−)"/><ui:legend key="series" text="${t.of('dashboard.soc')}"/><ui:chart-button chart="fleet-chart"/></jsp:attribute>
<jsp:body>
<ui:chart id="fleet-chart" series="power soc" label="${t.of('dashboard.chart')}"><noscript><p class="note">${fn:escapeXml(t.of('dashboard.chart-script'))}</p></noscript></ui:chart>
<p class="note" id="trend-loading" role="status"<c:if test="${it.trend().complete()}"> hidden</c:if>><ui:icon name="info-circle"/><span>${fn:escapeXml(t.of('dashboard.loading'))}</span></p>
<script type="application/json" id="trend">${it.trendJson()}</script>
</jsp:body>
</ui:card>
<ui:to-handle/>
</div>
<div class="columns-map">
<ui:state-map/>
<ui:by-type/>
</div>
</c:otherwise>
</c:choose>
</jsp:body>
</ui:page>
