<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="tile" required="true" type="ca.edsquebec.trackingbms.web.fleet.Tile" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%-- Whether a reading is in the normal stretch of its gauge, in words. --%>
<c:if test="${tile.gauge().isPresent()}"><c:set var="gauge" value="${tile.gauge().get()}"/><c:set var="word" value="${gauge.word(tile.value())}"/><span data-in-range="${tile.name()}" data-low="${gauge.low()}" data-high="${gauge.high()}">${empty word ? '' : fn:escapeXml(t.of('js.range.'.concat(word)))}</span></c:if>
