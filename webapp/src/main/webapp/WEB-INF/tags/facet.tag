<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="name" required="true" description="its title is the text fleet.facet.NAME" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<details class="facet" id="facet-${name}" open><summary><span id="facet-name-${name}">${fn:escapeXml(t.of('fleet.facet.'.concat(name)))}</span><ui:icon name="chevron-down"/></summary><div role="group" aria-labelledby="facet-name-${name}"><jsp:doBody/></div></details>
