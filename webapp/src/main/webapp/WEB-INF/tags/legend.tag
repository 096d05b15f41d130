<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="key" required="true" description="charge, discharge, series, cell, lowest, highest" %>
<%@ attribute name="text" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<span class="chart-legend"><i class="key key-${key}"></i>${fn:escapeXml(text)}</span>
