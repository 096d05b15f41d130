<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="figures" required="true" type="ca.edsquebec.trackingbms.web.fleet.CellFigures" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%-- The voltages of the cells: figures, bars that cells.js draws, and the numbers behind them. --%>
<ui:card title="${t.of('battery.cells')}">
<jsp:attribute name="actions"><ui:legend key="lowest" text="${t.of('battery.lowest')}"/><ui:legend key="highest" text="${t.of('battery.highest')}"/><c:if test="${figures.reportsBalancing()}"><ui:legend key="balancing" text="${t.of('battery.balancing')}"/></c:if><ui:chart-button chart="cells"/></jsp:attribute>
<jsp:body>
<dl class="cell-figures">
<div><dt>${fn:escapeXml(t.of('battery.minimum'))}</dt><dd><b class="cell-lowest" data-metric="cellVoltageMin" data-format="cellVoltage">${f.cellVoltage(figures.min())}</b><i data-cell="lowest">${figures.lowest() > 0 ? fn:escapeXml(t.of('js.cell', ''.concat(figures.lowest()))) : ''}</i></dd></div>
<div><dt>${fn:escapeXml(t.of('battery.maximum'))}</dt><dd><b class="cell-highest" data-metric="cellVoltageMax" data-format="cellVoltage">${f.cellVoltage(figures.max())}</b><i data-cell="highest">${figures.highest() > 0 ? fn:escapeXml(t.of('js.cell', ''.concat(figures.highest()))) : ''}</i></dd></div>
<div><dt>${fn:escapeXml(t.of('battery.mean'))}</dt><dd><b data-metric="cellVoltageAvg" data-format="cellVoltage">${f.cellVoltage(figures.mean())}</b><i>${fn:escapeXml(t.of('battery.cell-count', fn:length(figures.cells())))}</i></dd></div>
<div><dt>${fn:escapeXml(t.of('battery.spread'))}</dt><dd><b data-metric="cellVoltageDelta" data-format="spread">${f.spread(figures.spread())}</b><i data-cell="balancing"><c:if test="${figures.reportsBalancing()}">${fn:escapeXml(t.of('js.balancing', f.count(figures.balancingCount())))}</c:if></i></dd></div>
</dl>
<div class="chart chart-cells needs-script"><canvas id="cells" role="img" aria-label="${fn:escapeXml(t.of('battery.cells'))}"></canvas></div>
<div id="cells-rows" class="cell-rows"><table class="table table-sm chart-rows"><thead><tr><th scope="col">${fn:escapeXml(t.of('battery.cell'))}</th><th scope="col">${fn:escapeXml(t.of('battery.metric.packVoltage'))}</th><c:if test="${figures.reportsBalancing()}"><th scope="col">${fn:escapeXml(t.of('battery.balancing'))}</th></c:if></tr></thead><tbody><c:forEach items="${figures.cells()}" var="cell"><tr><th scope="row">${cell.number()}</th><td data-volts="${cell.volts() >= 0 ? cell.volts() : ''}">${f.cellVoltage(cell.volts())}</td><c:if test="${figures.reportsBalancing()}"><td data-balancing="${cell.balancing()}">${fn:escapeXml(t.of(cell.balancing() ? 'js.yes' : 'js.no'))}</td></c:if></tr></c:forEach></tbody></table></div>
</jsp:body>
</ui:card>
