<ui:bare title="Components" script="frame">
<link rel="stylesheet" href="${assets.url('app/components.css')}">
<h1>Components</h1>
<p class="note">The tags of WEB-INF/tags in all their states. Those that draw the frame, or a client’s own fleet, are seen on its pages.</p>
<ui:banner tone="critical" icon="wifi-off" text="Connexion au serveur perdue. Valeurs figées à 14 h 30."><button class="btn btn-sm" type="button">Réessayer</button></ui:banner>
<ui:banner tone="warning" icon="filled/alert-triangle" text="warning"/>
<ui:banner tone="stale" icon="clock-pause" text="stale"/>
<ui:banner tone="unknown" icon="help-circle" text="unknown"/>
<ui:banner tone="normal" icon="circle-check" text="normal"/>
<c:forTokens items="critical warning" delims=" " var="level"><ui:alarm-banner level="${level}" text="${t.of('alarm.cell-imbalance')}" raw="DIAG_ID_<b>_&_RAW"/></c:forTokens>
<div class="components">
<ui:card title="status, condition-icon"><c:forTokens items="critical warning stale unknown normal" delims=" " var="one"><p><ui:status condition="${one}"/> <ui:condition-icon condition="${one}"/></p></c:forTokens></ui:card>
<ui:card title="flow"><c:forTokens items="charging discharging idle" delims=" " var="one"><p><ui:flow flow="${one}"/></p></c:forTokens><p><ui:flow flow=""/></p></ui:card>
<ui:card title="soc"><c:forEach items="${it.charges()}" var="one"><p><ui:soc percent="${one}"/> <ui:soc percent="${one}" stale="${true}"/></p></c:forEach></ui:card>
<ui:card title="ring"><c:forEach items="${it.charges()}" var="one"><ui:ring percent="${one}" label="SOC" note="SOC"/></c:forEach><ui:ring percent="${62.4}" label="SOC" note="stale" stale="${true}"/></ui:card>
<ui:card title="spark"><p><ui:spark line="${it.wave()}"/></p><p><ui:spark line="${it.broken()}"/></p><p><ui:spark line="${it.flat()}"/></p><p><ui:spark line="${it.wave()}" kind="discharge"/></p><p><ui:spark line="${it.wave()}" kind="critical"/></p><p><ui:spark line="${it.wave()}" kind="wide"/></p></ui:card>
<ui:card title="bullet"><c:forEach items="${it.volts()}" var="one"><p><ui:bullet scale="${it.scale()}" value="${one}"/></p></c:forEach></ui:card>
<ui:card title="age"><c:forEach items="${[2, 700, 11000, 400000]}" var="one"><p><ui:age battery="${it.heard(one)}"/> · <ui:age battery="${it.heard(one)}" brief="${true}"/></p></c:forEach><p><ui:age battery="${it.neverHeard()}"/> · <ui:age battery="${it.neverHeard()}" brief="${true}"/></p></ui:card>
<ui:card title="legend"><c:forTokens items="series charge discharge cell lowest highest balancing" delims=" " var="one"><p><ui:legend key="${one}" text="${one}"/></p></c:forTokens></ui:card>
<ui:card title="alarm-row"><ul class="evs"><c:forTokens items="critical warning info" delims=" " var="level"><ui:alarm-row level="${level}" text="${t.of('alarm.fuse-blown')}" raw="FUSE_1"/></c:forTokens></ul></ui:card>
<ui:card title="empty"><ui:empty icon="battery-charging" title="Aucune batterie" text="Ce qui suit en une phrase."><a class="btn btn-primary" href="#content">Une action</a></ui:empty></ui:card>
<ui:card title="card" note="note"><jsp:attribute name="actions"><a href="#content">action</a></jsp:attribute><jsp:body>body</jsp:body></ui:card>
<ui:card title="skeleton"><div role="status"><span class="visually-hidden">Chargement</span><div class="skeleton"></div><div class="skeleton"></div></div></ui:card>
<ui:card title="chip, option"><ul class="chips"><ui:chip label="Chimie : <b>LFP</b>" link="?"/></ul><c:forEach items="${it.options()}" var="one"><ui:option facet="type" option="${one}"/></c:forEach></ui:card>
<ui:card title="pager"><ui:pager pages="${it.pager()}"/></ui:card>
<ui:card title="avatar, brand"><ui:avatar name="Maude Tremblay"/> <ui:brand/></ui:card>
</div>
<div class="readings"><c:forEach items="${it.tiles()}" var="tile"><ui:reading tile="${tile}" shown="${f.packVoltage(tile.value())}" low="38 V" high="63 V"><ui:in-range tile="${tile}"/></ui:reading></c:forEach></div>
<ui:cells figures="${it.cells(16)}"/>
</ui:bare>
