<ui:platform title="${t.of('nav.platform-audit')}" active="platform-audit">
<jsp:attribute name="actions"><ui:audit-actions at="${v.path('/platform/audit')}" query="${it.query()}"/></jsp:attribute>
<jsp:body><ui:audit-log view="${it}" at="${v.path('/platform/audit')}"/></jsp:body>
</ui:platform>
