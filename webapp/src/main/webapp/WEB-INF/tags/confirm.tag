<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="action" required="true" description="where the form goes" %>
<%@ attribute name="open" required="true" description="what the button says that asks first" %>
<%@ attribute name="question" required="true" description="names the object and what follows" %>
<%@ attribute name="verb" required="true" description="what the button says that does it" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<details class="confirm"><summary class="btn btn-sm btn-outline-danger">${fn:escapeXml(open)}</summary>
<form class="confirm-box" method="post" action="${fn:escapeXml(action)}"><ui:csrf/><p>${fn:escapeXml(question)}</p><jsp:doBody/><button class="btn btn-sm btn-danger" type="submit">${fn:escapeXml(verb)}</button></form></details>
