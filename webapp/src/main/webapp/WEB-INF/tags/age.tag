<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="battery" required="true" type="ca.edsquebec.trackingbms.overview.BatteryNow" %>
<%@ attribute name="brief" type="java.lang.Boolean" description="true for 12 s, false for il y a 12 s" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:choose>
<c:when test="${battery.latest().isPresent()}"><c:set var="ts" value="${battery.latest().get().sample().ts()}"/><time data-age="${brief ? 'brief' : 'long'}" data-ts="${ts}" datetime="${v.iso(ts)}" title="${f.dateTime(ts)}">${brief ? f.ageShort(ts, v.now()) : f.age(ts, v.now())}</time></c:when>
<c:otherwise><time data-age="${brief ? 'brief' : 'long'}">${brief ? '—' : fn:escapeXml(f.age(null, v.now()))}</time></c:otherwise>
</c:choose>
