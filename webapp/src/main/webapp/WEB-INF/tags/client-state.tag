<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="how a client is held" %>
<%@ attribute name="row" required="true" type="ca.edsquebec.trackingbms.web.clients.ClientRow" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<span class="status status-${fn:escapeXml(row.tone())}"><ui:condition-icon condition="${row.tone()}"/><span>${fn:escapeXml(t.of('clients.state.'.concat(row.state())))}</span></span><c:if test="${row.eraseAt() > 0 and row.state() == 'deleting'}"> <small>${fn:escapeXml(t.of('clients.erase-at', f.date(row.eraseAt())))}</small></c:if>
