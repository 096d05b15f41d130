<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="percent" required="true" type="java.lang.Double" description="NaN when absent" %>
<%@ attribute name="stale" type="java.lang.Boolean" %>
<span class="soc" data-soc><svg class="soc-bar${stale ? ' soc-stale' : percent < 10 ? ' soc-critical' : percent < 20 ? ' soc-low' : ''}" viewBox="0 0 60 12" aria-hidden="true" focusable="false"><rect class="track" x=".5" y=".5" width="56" height="11" rx="2.5"/><rect class="cap" x="57.5" y="3.5" width="2" height="5" rx="1"/><rect class="fill" x="2" y="2" width="${v.share(percent, 53)}" height="8" rx="1.5"/></svg><b data-metric="soc" data-format="soc">${f.soc(percent)}</b></span>
