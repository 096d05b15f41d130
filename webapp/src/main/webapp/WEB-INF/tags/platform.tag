<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" description="a page of the installation, about no client" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="active" required="true" description="the menu entry that this page is" %>
<%@ attribute name="script" %>
<%@ attribute name="actions" fragment="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<!doctype html>
<html lang="${v.language()}">
<ui:head title="${title}" script="${empty script ? 'frame' : script}"/>
<body data-base="${v.path('')}" data-now="${v.now()}">
<a class="visually-hidden-focusable skip" href="#content">${fn:escapeXml(t.of('nav.skip'))}</a>
<div class="page">
<aside class="navbar navbar-vertical navbar-expand-lg" data-bs-theme="dark">
<div class="menu-bar">
<button class="navbar-toggler needs-script" type="button" data-menu-toggle aria-controls="menu" aria-expanded="false" aria-label="${fn:escapeXml(t.of('nav.menu'))}"><ui:icon name="menu-2"/></button>
<a href="${v.path('/')}" class="brand" aria-label="${fn:escapeXml(t.of('nav.home'))}"><ui:brand/></a>
</div>
<div class="menu-inner" id="menu">
<nav aria-label="${fn:escapeXml(t.of('nav.main'))}">
<ul class="navbar-nav">
<li class="nav-section">${fn:escapeXml(t.of('nav.platform'))}</li>
<ui:entry name="platform-clients" icon="building" path="/clients" active="${active}" platform="${true}"/>
<ui:entry name="platform-users" icon="users" path="/users" active="${active}" platform="${true}"/>
<ui:entry name="platform-people" icon="user" path="/people" active="${active}" platform="${true}"/>
<ui:entry name="platform-incidents" icon="alert-triangle" path="/incidents" active="${active}" platform="${true}"/>
<ui:entry name="system" icon="activity-heartbeat" path="/system" active="${active}" platform="${true}"/>
<ui:entry name="platform-audit" icon="history" path="/audit" active="${active}" platform="${true}"/>
</ul>
</nav>
</div>
</aside>
<div class="page-wrapper">
<header class="topbar d-print-none">
<ui:preferences/>
<details class="person-menu">
<summary class="person"><ui:avatar name="${v.personName()}"/><span>${fn:escapeXml(v.personName())}<small>${fn:escapeXml(t.of('people.platform-admin'))}</small></span></summary>
<form class="person-list" method="post" action="${v.path('/logout')}"><ui:csrf/><button class="btn" type="submit"><ui:icon name="logout"/>${fn:escapeXml(t.of('nav.sign-out'))}</button></form>
</details>
</header>
<main id="content" tabindex="-1">
<div class="page-head">
<div class="page-heading"><h1>${fn:escapeXml(title)}</h1></div>
<c:if test="${not empty actions}"><div class="page-actions d-print-none"><jsp:invoke fragment="actions"/></div></c:if>
</div>
<ui:support/>
<jsp:doBody/>
</main>
<footer class="footer">TrackingBMS · EDS Québec</footer>
</div>
</div>
<ui:session/>
</body>
</html>
