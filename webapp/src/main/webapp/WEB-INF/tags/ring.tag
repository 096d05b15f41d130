<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="percent" required="true" type="java.lang.Double" description="NaN when absent" %>
<%@ attribute name="label" required="true" description="what the ring shows, for those who do not see it" %>
<%@ attribute name="note" required="true" description="the line below the number" %>
<%@ attribute name="stale" type="java.lang.Boolean" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%-- Three quarters of a circle of radius 52: 245 long. --%>
<svg class="ring${stale ? ' ring-stale' : percent < 10 ? ' ring-critical' : percent < 20 ? ' ring-low' : ''}" viewBox="0 0 132 118" role="img" aria-label="${fn:escapeXml(label)} ${f.soc1(percent)}" data-ring data-label="${fn:escapeXml(label)}"><g transform="rotate(135 66 66)"><circle class="track" cx="66" cy="66" r="52" stroke-dasharray="245 327"/><circle class="fill" cx="66" cy="66" r="52" stroke-dasharray="${v.share(percent, 245)} 327"/></g><text class="big" x="66" y="70" text-anchor="middle" data-ring-value>${f.soc1(percent)}</text><text class="sub" x="66" y="90" text-anchor="middle">${fn:escapeXml(note)}</text></svg>
