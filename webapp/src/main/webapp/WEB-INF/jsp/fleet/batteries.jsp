<c:set var="filtered" value="${not empty it.chips()}"/>
<c:set var="grouped" value="${it.sort() == 'place' or it.sort() == '-place'}"/>
<ui:page title="${t.of('nav.batteries')}" active="batteries" script="batteries">
<jsp:attribute name="crumbs"><c:choose><c:when test="${empty it.crumbs()}"><li aria-current="page">${fn:escapeXml(t.of('nav.batteries'))}</li></c:when><c:otherwise><li><a href="${v.at('/batteries')}">${fn:escapeXml(t.of('nav.batteries'))}</a></li></c:otherwise></c:choose><c:forEach items="${it.crumbs()}" var="crumb" varStatus="level"><c:choose><c:when test="${level.last}"><li aria-current="page">${fn:escapeXml(crumb.name())}</li></c:when><c:otherwise><li><a href="${fn:escapeXml(crumb.link())}">${fn:escapeXml(crumb.name())}</a></li></c:otherwise></c:choose></c:forEach></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of(filtered ? 'fleet.matched' : 'fleet.total', it.matched(), f.count(it.matched()), f.count(it.total()), it.total()))}</jsp:attribute>
<jsp:body>
<p class="visually-hidden" id="fleet-news" role="status"></p>
<c:choose>
<c:when test="${it.total() == 0}">
<div class="card"><div class="card-body"><ui:empty icon="battery-4" title="${t.of('fleet.none.title')}" text="${t.of('fleet.none.text')}"/></div></div>
</c:when>
<c:otherwise>
<div class="fleet" id="fleet">
<form class="facets card d-print-none" id="filters" action="${v.at('/batteries')}" aria-labelledby="filters-title">
<div class="facets-head"><h2 id="filters-title" tabindex="-1">${fn:escapeXml(t.of('fleet.filters'))}</h2><c:if test="${filtered}"><a id="clear-facets" href="${fn:escapeXml(it.clear())}">${fn:escapeXml(t.of('fleet.clear'))}</a></c:if></div>
<div class="facet-text"><label class="visually-hidden" for="q">${fn:escapeXml(t.of('fleet.search'))}</label><ui:icon name="search"/><input class="form-control" id="q" name="q" type="search" maxlength="200" autocomplete="off" placeholder="${fn:escapeXml(t.of('fleet.search-hint'))}" value="${fn:escapeXml(it.text())}"></div>
<ui:facet name="state"><c:forEach items="${it.filters().conditions()}" var="option"><ui:option facet="state" option="${option}" condition="${option.value()}"/></c:forEach></ui:facet>
<ui:facet name="place"><ul class="facet-tree"><c:forEach items="${it.filters().types()}" var="type"><li><ui:option facet="type" option="${type.type()}"/><ul><c:forEach items="${type.places()}" var="place"><li><ui:option facet="place" option="${place}"/></li></c:forEach></ul></li></c:forEach></ul></ui:facet>
<c:if test="${not empty it.filters().chemistries()}"><ui:facet name="chemistry"><c:forEach items="${it.filters().chemistries()}" var="option"><ui:option facet="chemistry" option="${option}"/></c:forEach></ui:facet></c:if>
<c:if test="${not empty it.filters().tags()}"><ui:facet name="tag"><c:forEach items="${it.filters().tags()}" var="option"><ui:option facet="tag" option="${option}"/></c:forEach></ui:facet></c:if>
<c:if test="${it.size() != 25}"><input type="hidden" name="size" value="${f.count(it.size())}"></c:if>
<div class="facets-foot"><button class="btn btn-primary without-script" type="submit">${fn:escapeXml(t.of('fleet.apply'))}</button><a class="btn btn-primary facets-close" href="#results">${fn:escapeXml(t.of('fleet.show', it.matched(), f.count(it.matched())))}</a></div>
</form>
<div class="fleet-main">
<div class="filter-bar d-print-none">
<a class="btn btn-sm facets-open" href="#filters" id="open-filters"><ui:icon name="filter"/>${fn:escapeXml(filtered ? t.of('fleet.filters-active', fn:length(it.chips())) : t.of('fleet.filters'))}</a>
<c:if test="${filtered}"><ul class="chips" aria-label="${fn:escapeXml(t.of('fleet.active'))}"><c:forEach items="${it.chips()}" var="chip"><ui:chip label="${chip.label()}" link="${chip.link()}"/></c:forEach></ul><a class="clear" id="clear" href="${fn:escapeXml(it.clear())}">${fn:escapeXml(t.of('fleet.clear'))}</a></c:if>
<a class="btn btn-sm new-order" id="new-order" href="" hidden><ui:icon name="refresh"/>${fn:escapeXml(t.of('fleet.new-order'))}</a>
<div class="order"><label for="sort">${fn:escapeXml(t.of('fleet.order'))}</label><select class="form-select form-select-sm" id="sort" name="sort" form="filters"><c:forEach items="${it.orders().choices()}" var="choice"><option value="${fn:escapeXml(choice.value())}"<c:if test="${choice.chosen()}"> selected</c:if>>${fn:escapeXml(t.of('fleet.order.'.concat(choice.name())))}<c:if test="${choice.reversed()}"> ${fn:escapeXml(t.of('fleet.reversed'))}</c:if></option></c:forEach></select><button class="btn btn-sm without-script" type="submit" form="filters">${fn:escapeXml(t.of('fleet.apply'))}</button></div>
</div>
<c:choose>
<c:when test="${it.matched() == 0}">
<div class="card" id="results" tabindex="-1"><div class="card-body"><ui:empty icon="filter" title="${t.of('fleet.nothing.title')}" text="${t.of('fleet.nothing.text', fn:length(it.chips()))}"><a class="btn btn-primary" id="clear-all" href="${fn:escapeXml(it.clear())}">${fn:escapeXml(t.of('fleet.clear'))}</a></ui:empty></div></div>
</c:when>
<c:otherwise>
<div class="card table-card" id="results" tabindex="-1">
<div class="table-scroll" id="table" tabindex="0" role="region" aria-label="${fn:escapeXml(t.of('fleet.table'))}">
<table class="table fleet-table${grouped ? ' is-grouped' : ''}" role="table" aria-label="${fn:escapeXml(t.of('nav.batteries'))}" data-sort="${fn:escapeXml(it.sort())}">
<thead role="rowgroup"><tr role="row"><c:forEach items="${it.orders().columns()}" var="column"><c:if test="${column.name() == 'age'}"><th role="columnheader" scope="col" class="col-spark">${fn:escapeXml(t.of('fleet.column.trend'))}</th></c:if><ui:sort-column column="${column}"/></c:forEach></tr></thead>
<c:forEach items="${it.groups()}" var="group"><tbody role="rowgroup">
<c:if test="${group.head() != null}"><tr role="row" class="group-row"><th role="rowheader" scope="rowgroup" colspan="9"><span class="group-type">${fn:escapeXml(group.head().type().name())} › </span>${fn:escapeXml(group.head().place().name())}<small>${fn:escapeXml(t.of('fleet.group', group.head().batteries(), f.count(group.head().batteries()), f.soc(group.head().soc()), f.power(group.head().power())))}&#32;<ui:flow flow="${group.head().power() >= 5 ? 'charging' : group.head().power() <= -5 ? 'discharging' : v.known(group.head().power()) ? 'idle' : ''}"/></small></th></tr></c:if>
<c:forEach items="${group.rows()}" var="row"><ui:battery-row row="${row}" grouped="${grouped}"/></c:forEach>
</tbody></c:forEach>
</table>
</div>
<div class="table-foot"><ui:pager pages="${it.pager()}"/><span class="hint">${fn:escapeXml(t.of('fleet.sign'))}</span><span class="sizes d-print-none" role="group" aria-labelledby="sizes-label"><span id="sizes-label">${fn:escapeXml(t.of('fleet.per-page'))}</span><c:forEach items="${it.sizes()}" var="size"><a id="size-${f.count(size.rows())}" href="${fn:escapeXml(size.link())}"<c:if test="${size.rows() == it.size()}"> aria-current="true"</c:if>>${f.count(size.rows())}</a></c:forEach></span></div>
</div>
</c:otherwise>
</c:choose>
</div>
</div>
</c:otherwise>
</c:choose>
</jsp:body>
</ui:page>
