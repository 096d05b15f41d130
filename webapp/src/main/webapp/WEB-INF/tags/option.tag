<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="facet" required="true" description="the name in the address" %>
<%@ attribute name="option" required="true" type="ca.edsquebec.trackingbms.web.fleet.Filters.Option" %>
<%@ attribute name="condition" description="draws the icon of that condition before the label" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<label class="facet-option${option.count() == 0 ? ' facet-none' : ''}"><input class="form-check-input" type="checkbox" id="${facet}-${fn:escapeXml(option.value())}" name="${facet}" value="${fn:escapeXml(option.value())}"<c:if test="${option.chosen()}"> checked</c:if>><c:if test="${not empty condition}"><span class="tone-${fn:escapeXml(condition)}"><ui:condition-icon condition="${condition}"/></span></c:if><span class="facet-label">${fn:escapeXml(option.label())}</span><span class="facet-count">${f.count(option.count())}</span></label>
