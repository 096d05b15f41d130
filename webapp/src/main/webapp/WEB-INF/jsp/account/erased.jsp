<ui:bare title="${t.of('person.erased')}" script="signin">
<div class="account">
<h1>${fn:escapeXml(t.of('person.erased'))}</h1>
<ui:banner tone="normal" icon="circle-check" text="${t.of('person.erased-text', it)}"/>
</div>
</ui:bare>
