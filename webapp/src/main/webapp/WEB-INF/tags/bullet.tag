<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="scale" required="true" type="ca.edsquebec.trackingbms.web.page.Scale" %>
<%@ attribute name="value" required="true" type="java.lang.Double" description="in the unit of the scale; NaN when absent" %>
<%@ attribute name="metric" description="the JSON name of what it shows; scripts move the mark by it"%>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<svg class="bullet" viewBox="-4 0 248 14" preserveAspectRatio="none" aria-hidden="true" focusable="false" data-bullet="${metric}" data-low="${scale.low()}" data-high="${scale.high()}"><rect class="zone-normal" x="0" y="4" width="240" height="6" rx="3"/><c:forEach items="${scale.zones()}" var="zone"><rect class="zone-${zone.tone()}" x="${scale.at(zone.from())}" y="4" width="${scale.at(zone.to()) - scale.at(zone.from())}" height="6"/></c:forEach><c:if test="${scale.shows(value)}"><rect class="mark" x="${scale.at(value) - 2}" y="0" width="4" height="14" rx="2"/></c:if></svg>
