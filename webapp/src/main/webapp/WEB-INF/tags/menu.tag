<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="active" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<aside class="navbar navbar-vertical navbar-expand-lg" data-bs-theme="dark">
<div class="menu-bar">
<button class="navbar-toggler needs-script" type="button" data-menu-toggle aria-controls="menu" aria-expanded="false" aria-label="${fn:escapeXml(t.of('nav.menu'))}"><ui:icon name="menu-2"/></button>
<a href="${v.at('')}" class="brand" aria-label="${fn:escapeXml(t.of('nav.home'))}"><ui:brand/></a>
</div>
<div class="menu-inner" id="menu">
<ui:clients/>
<nav aria-label="${fn:escapeXml(t.of('nav.main'))}">
<ul class="navbar-nav">
<ui:entry name="dashboard" icon="dashboard" path="" active="${active}"/>
<ui:entry name="batteries" icon="battery-4" path="/batteries" active="${active}"/>
<c:if test="${v.mayAdminister()}"><li class="nav-section">${fn:escapeXml(t.of('nav.administration'))}</li></c:if>
<ui:entry name="users" icon="users" path="/admin/users" active="${active}" permission="MANAGE_USERS"/>
<ui:entry name="roles" icon="lock-access" path="/admin/roles" active="${active}" permission="MANAGE_ROLES"/>
<ui:entry name="gateways" icon="router" path="/admin/gateways" active="${active}" permission="MANAGE_FLEET"/>
<c:if test="${v.seesAllBatteries()}"><ui:entry name="can-databases" icon="arrows-left-right" path="/admin/can-databases" active="${active}" permission="MANAGE_FLEET"/></c:if>
<ui:entry name="fields" icon="forms" path="/admin/fields" active="${active}" permission="MANAGE_FIELDS"/>
<ui:entry name="settings" icon="settings" path="/admin/settings" active="${active}" permission="MANAGE_CLIENT"/>
<ui:entry name="audit" icon="history" path="/admin/audit" active="${active}" permission="VIEW_AUDIT"/>
<ui:entry name="keys" icon="key" path="/admin/keys" active="${active}" permission="MANAGE_KEYS"/>
<ui:entry name="shares" icon="share" path="/admin/shares" active="${active}" permission="MANAGE_SHARES"/>
<c:if test="${v.administersPlatform()}"><li class="nav-section">${fn:escapeXml(t.of('nav.platform'))}</li>
<ui:entry name="platform-clients" icon="building" path="/clients" active="${active}" platform="${true}"/></c:if>
</ul>
</nav>
</div>
</aside>
