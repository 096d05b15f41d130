<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="name" required="true" description="its text is nav.NAME" %>
<%@ attribute name="icon" required="true" %>
<%@ attribute name="path" required="true" description="at the client" %>
<%@ attribute name="active" required="true" %>
<%@ attribute name="permission" description="shown to those who have it; to all unless said" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<c:if test="${empty permission or v.may(permission)}"><li class="nav-item${active == name ? ' active' : ''}"><a class="nav-link" href="${v.at(path)}"<c:if test="${active == name}"> aria-current="page"</c:if>><span class="nav-link-icon"><ui:icon name="${icon}"/></span><span class="nav-link-title">${fn:escapeXml(t.of('nav.'.concat(name)))}</span></a></li></c:if>
