<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="line" required="true" type="ca.edsquebec.trackingbms.web.page.Spark" %>
<%@ attribute name="kind" description="discharge, critical or wide" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:if test="${not line.isEmpty()}"><svg class="spark${empty kind ? '' : ' spark-'}${kind}" viewBox="0 0 920 240" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="area" d="${line.area()}"/><path class="line" d="${line.path()}"/></svg></c:if>
