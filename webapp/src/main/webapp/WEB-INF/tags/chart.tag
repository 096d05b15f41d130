<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="id" required="true" %>
<%@ attribute name="series" required="true" description="keys apart by spaces, one panel each, from above to below" %>
<%@ attribute name="label" required="true" description="what the panels show, until a script knows more" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%-- What charts.js draws in; the body is for who has no script. The button for the table is chart-button. --%>
<div class="time-chart" id="${id}"><div class="needs-script"><c:forTokens items="${series}" delims=" " var="one"><div class="chart chart-middle"><canvas data-series="${one}" tabindex="0" role="img" aria-label="${fn:escapeXml(label)}"></canvas></div></c:forTokens><p class="note" data-gaps hidden><ui:icon name="info-circle"/><span></span></p><p class="visually-hidden" data-echo aria-live="polite"></p></div><div id="${id}-rows" data-rows hidden></div><jsp:doBody/></div>
