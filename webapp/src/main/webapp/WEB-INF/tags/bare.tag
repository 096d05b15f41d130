<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="script" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<!doctype html>
<html lang="${v.language()}">
<ui:head title="${title}" script="${script}"/>
<body class="bare" data-now="${v.now()}">
<header class="bare-head">
<a class="brand" href="${v.path('/')}" aria-label="${fn:escapeXml(t.of('nav.home'))}"><ui:brand/></a>
<ui:preferences/>
</header>
<main id="content" tabindex="-1"><ui:support/><jsp:doBody/></main>
<footer class="footer">TrackingBMS · EDS Québec</footer>
<ui:session/>
</body>
</html>
