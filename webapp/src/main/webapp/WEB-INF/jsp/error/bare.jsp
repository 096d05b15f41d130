<%@ page isErrorPage="true" %>
<c:set var="code" value="${pageContext.errorData.statusCode}"/>
<c:choose>
<c:when test="${code == 403 || code == 404 || code == 503}"><c:set var="words" value="error.${code}"/></c:when>
<c:when test="${code >= 500}"><c:set var="words" value="error.500"/></c:when>
<c:otherwise><c:set var="words" value="error.400"/></c:otherwise>
</c:choose>
<!doctype html>
<html lang="fr-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fn:escapeXml(french.of(words.concat('.title')))} – TrackingBMS</title>
<link rel="icon" type="image/svg+xml" href="${assets.url('app/mark.svg')}">
<script src="${assets.url('app/theme.js')}"></script>
<link rel="stylesheet" href="${assets.url('tabler/tabler.min.css')}">
<link rel="stylesheet" href="${assets.url('app/tokens.css')}">
<link rel="stylesheet" href="${assets.url('app/base.css')}">
<link rel="stylesheet" href="${assets.url('app/frame.css')}">
</head>
<body class="bare">
<main class="card bare-error"><div class="card-body">
<h1>${fn:escapeXml(french.of(words.concat('.title')))}</h1>
<p>${fn:escapeXml(french.of(words.concat('.text')))}</p>
<div lang="en-CA">
<h2>${fn:escapeXml(english.of(words.concat('.title')))}</h2>
<p>${fn:escapeXml(english.of(words.concat('.text')))}</p>
</div>
<p><a class="btn btn-primary" href="${fn:escapeXml(pageContext.request.contextPath)}/">TrackingBMS</a></p>
</div></main>
</body>
</html>
