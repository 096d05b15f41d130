<ui:page title="${t.of('nav.audit')}" active="audit">
<jsp:attribute name="crumbs"><li aria-current="page">${fn:escapeXml(t.of('nav.audit'))}</li></jsp:attribute>
<jsp:attribute name="sub">${fn:escapeXml(t.of('audit.sub'))}</jsp:attribute>
<jsp:attribute name="actions"><ui:audit-actions at="${v.at('/admin/audit')}" query="${it.query()}"/></jsp:attribute>
<jsp:body><ui:audit-log view="${it}" at="${v.at('/admin/audit')}" client="${true}"/></jsp:body>
</ui:page>
