<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="flow" required="true" description="charging, discharging, idle; empty when not known" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:choose>
<c:when test="${empty flow}"><span class="flow">—</span></c:when>
<c:otherwise><span class="flow flow-${flow}"><ui:icon name="${flow == 'charging' ? 'arrow-down' : flow == 'discharging' ? 'arrow-up' : 'minus'}"/>${fn:escapeXml(t.of('flow.'.concat(flow)))}</span></c:otherwise>
</c:choose>
