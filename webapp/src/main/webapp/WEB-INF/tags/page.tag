<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="active" description="the menu entry that this page is: dashboard, batteries" %>
<%@ attribute name="script" %>
<%@ attribute name="charts" type="java.lang.Boolean" %>
<%@ attribute name="crumbs" fragment="true" description="li elements behind the client's" %>
<%@ attribute name="heading" fragment="true" description="in place of a plain h1 of the title" %>
<%@ attribute name="sub" fragment="true" description="the line below the heading" %>
<%@ attribute name="actions" fragment="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<!doctype html>
<html lang="${v.language()}">
<ui:head title="${title} – ${v.client().name()}" script="${empty script ? 'frame' : script}" charts="${charts}"/>
<body data-base="${v.path('')}" data-client="${v.client().id().slug()}" data-zone="${v.zone()}" data-now="${v.now()}">
<a class="visually-hidden-focusable skip" href="#content">${fn:escapeXml(t.of('nav.skip'))}</a>
<div class="page">
<ui:menu active="${active}"/>
<div class="page-wrapper">
<ui:topbar/>
<main id="content" tabindex="-1">
<div class="page-head">
<div class="page-heading">
<nav aria-label="${fn:escapeXml(t.of('nav.breadcrumb'))}"><ol class="crumbs"><li><a href="${v.at('')}">${fn:escapeXml(v.client().name())}</a></li><jsp:invoke fragment="crumbs"/></ol></nav>
<c:choose><c:when test="${not empty heading}"><jsp:invoke fragment="heading"/></c:when><c:otherwise><h1>${fn:escapeXml(title)}</h1></c:otherwise></c:choose>
<c:if test="${not empty sub}"><p class="page-sub"><jsp:invoke fragment="sub"/></p></c:if>
</div>
<c:if test="${not empty actions}"><div class="page-actions d-print-none"><jsp:invoke fragment="actions"/></div></c:if>
</div>
<ui:shared/>
<ui:support/>
<div id="connection" role="status"></div>
<c:if test="${not v.client().status().takesChanges()}"><ui:banner tone="warning" icon="player-pause" text="${t.of(empty v.client().hold().get().reason() ? 'client.suspended' : 'client.suspended-because', v.client().hold().get().reason())}"/></c:if>
<jsp:doBody/>
</main>
<footer class="footer">TrackingBMS · EDS Québec · ${fn:escapeXml(t.of('footer.zone', f.zoneLabel(v.now())))}</footer>
</div>
</div>
<ui:session/>
<ui:parts/>
<script type="application/json" id="texts">${t.json('live.', 'condition.', 'flow.', 'alarm.', 'chart.', 'js.')}</script>
</body>
</html>
