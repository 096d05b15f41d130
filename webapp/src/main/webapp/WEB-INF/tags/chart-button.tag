<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="chart" required="true" description="id of the chart whose data it shows" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<button class="btn btn-sm btn-ghost-secondary needs-script" type="button" aria-expanded="false" aria-controls="${chart}-rows"><ui:icon name="table"/>${fn:escapeXml(t.of('chart.show-data'))}</button>
