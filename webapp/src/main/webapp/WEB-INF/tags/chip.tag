<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="link" required="true" description="where the list is without this filter" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<li class="chip"><span>${fn:escapeXml(label)}</span><a href="${fn:escapeXml(link)}" data-chip aria-label="${fn:escapeXml(t.of('fleet.remove', label))}"><ui:icon name="x"/></a></li>
