<c:choose>
<c:when test="${v.hasClient()}"><ui:page title="${t.of(it.words().concat('.title'))}" active=""><jsp:attribute name="crumbs"><li aria-current="page">${it.status()}</li></jsp:attribute><jsp:body><ui:failure/></jsp:body></ui:page></c:when>
<c:otherwise><ui:bare title="${t.of(it.words().concat('.title'))}" script="frame"><h1 class="visually-hidden">${fn:escapeXml(t.of(it.words().concat('.title')))}</h1><ui:failure/></ui:bare></c:otherwise>
</c:choose>
