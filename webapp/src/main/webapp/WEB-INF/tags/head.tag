<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="script" description="the module of static/app that brings the page to life" %>
<%@ attribute name="charts" type="java.lang.Boolean" description="true when the page draws charts" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${fn:escapeXml(title)} – TrackingBMS</title>
<link rel="icon" type="image/svg+xml" href="${assets.url('app/mark.svg')}">
<script src="${assets.url('app/theme.js')}"></script>
<link rel="stylesheet" href="${assets.url('tabler/tabler.min.css')}">
<c:forTokens items="tokens base frame parts forms can-database account charts live dashboard fleet pager fleet-narrow battery system register narrow print" delims=" " var="sheet">
<link rel="stylesheet" href="${assets.url('app/'.concat(sheet).concat('.css'))}">
</c:forTokens>
<c:if test="${v.hasClient() && v.client().look().accent().isPresent()}"><link rel="stylesheet" href="${fn:escapeXml(v.path('/look/'.concat(fn:substringAfter(v.client().look().accent().get(), '#')).concat('.css')))}"></c:if>
<c:if test="${charts}"><script src="${assets.url('chart.js/chart.umd.min.js')}" defer></script></c:if>
<c:if test="${not empty script}"><script type="module" src="${assets.url('app/'.concat(script).concat('.js'))}"></script></c:if>
</head>
