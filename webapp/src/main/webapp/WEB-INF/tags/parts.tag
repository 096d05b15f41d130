<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%-- What scripts put in place of what the server wrote, by data-part. --%>
<template id="parts"><c:forTokens items="critical warning stale unknown normal" delims=" " var="condition"><div data-part="status-${condition}"><ui:status condition="${condition}"/></div><div data-part="icon-${condition}"><ui:condition-icon condition="${condition}"/></div></c:forTokens><div data-part="flow-unknown"><ui:flow flow=""/></div><c:forTokens items="charging discharging idle" delims=" " var="flow"><div data-part="flow-${flow}"><ui:flow flow="${flow}"/></div></c:forTokens></template>
