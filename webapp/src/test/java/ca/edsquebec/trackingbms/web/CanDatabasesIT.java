package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client's CAN databases: sent, mapped with a preview, used by its batteries, and its own. */
@ExtendWith(PortalExtension.class)
class CanDatabasesIT {

  private static final String LIST = "/c/acme/admin/can-databases";
  private static final String DBC =
      """
      BO_ 416 Pack: 8 Bms
       SG_ PackVoltage : 0|16@1+ (100,0) [0|0] "mV" X
       SG_ Pack_Current : 16|16@1- (0.1,0) [0|0] "A" X
       SG_ SOC : 32|8@1+ (0.5,0) [0|0] "%" X
       SG_ State : 40|4@1+ (1,0) [0|0] "" X
      BO_ 417 Cells: 8 Bms
       SG_ Row M : 0|8@1+ (1,0) [0|0] "" X
       SG_ Cell1_Voltage m0 : 8|16@1+ (1,0) [0|0] "mV" X
       SG_ Cell2_Voltage m1 : 8|16@1+ (1,0) [0|0] "mV" X
      VAL_ 416 State 2 "Running <fast>" 0 "Off" ;
      """;

  /** 52.3 V, 10.0 A as the file has it, 76.5 %, state 2; cells of 3.301 and 3.299 V. */
  private static final String LOG =
      """
      (%1$d.000000) can0 1A0#0B02640099020000
      (%1$d.100000) can0 1A1#00E50C0000000000
      (%1$d.200000) can0 1A1#01E30C0000000000
      """;

  private static final String BEHIND = "ne correspond pas à ces significations";

  private final Portal portal;
  private final Cast cast;
  private final Visitor admin;

  CanDatabasesIT(Portal portal) {
    this.portal = portal;
    this.cast = new Cast(portal);
    this.admin = new Visitor(portal.http());
    admin.signIn(cast.join(Membership.WHOLE));
  }

  @Test
  void proposesByNamesAndUnitsAndShowsExactNumbersOfAPastedLog() {
    String page = added();
    String shown = admin.get(page).body();
    assertThat(shown)
        .contains("<option value=\"packVoltage\" selected>", "<option value=\"soc\" selected>")
        .contains("de 0 à 6\u00a0553\u00a0500", "de −3\u00a0276,8 à 3\u00a0276,7")
        .contains("proposées d’après les noms");
    Map<String, String> form = mapping();
    form.put("log", LOG.formatted(1_700_000_000) + "not a frame\n");
    Answer preview = admin.send(page + "/preview", form);
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.body())
        .contains("52\u00a0300&nbsp;mV", "<b>52,3&nbsp;V</b>", "<b>−10&nbsp;A</b>")
        .contains("76,5&nbsp;%", "<b>3,301&nbsp;V</b>", "<b>3,299&nbsp;V</b>")
        .contains("Running &lt;fast&gt;", "3 trames dans le relevé", "ligne 4")
        .doesNotContain("Running <fast>");
    assertThat(admin.get(page).body()).as("nothing is saved").doesNotContain("name=\"i1\" checked");
  }

  @Test
  void batteriesAreReadByWhatWasSaved() {
    Battery battery = battery("dbc");
    String page = added();
    assertThat(admin.send(page + "/batteries", Map.of("batteries", battery.uid())).status())
        .isEqualTo(303);
    assertThat(admin.send(page, mapping()).header("Location")).contains("done=saved");
    long now = System.currentTimeMillis() / 1000 - 5;
    Answer sent =
        portal
            .http()
            .postText(
                "/api/v1/ingest/frames/dbc?battery=" + battery.code(),
                portal.acme().ingestKey(),
                LOG.formatted(now) + LOG.formatted(now + 5));
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    assertThat(sent.json().at("/decoded").asInt()).as(sent.body()).isEqualTo(6);
    assertThat(admin.get("/c/acme/batteries/" + battery.uid()).body())
        .contains(">52,30<", ">−10,0<", "3,301");
    assertThat(admin.get(LIST).body()).contains(battery.name(), "Utilisé par des batteries");
    Map<String, String> other = mapping();
    other.remove("i1");
    other.put("battery", battery.uid());
    assertThat(admin.send(page + "/preview", other).body())
        .contains("6 dernières trames reçues de la batterie", "<b>10&nbsp;A</b>");
    Answer used = admin.send(page + "/delete", Map.of());
    assertThat(used.status()).isEqualTo(400);
    assertThat(used.body()).contains("Des batteries sont lues à l’aide de ce fichier");
    assertThat(admin.send(page + "/batteries", Map.of()).status()).isEqualTo(303);
    assertThat(admin.send(page + "/delete", Map.of()).header("Location")).contains("done=deleted");
    assertThat(admin.get(page).status()).isEqualTo(404);
    assertThat(admin.get("/c/acme/admin/audit").body())
        .contains("Fichier DBC ajouté", "significations ou batteries", "Fichier DBC supprimé")
        .contains("Pack.Pack_Current = !current", "Connecteur d’une batterie modifié");
  }

  @Test
  void saysInWhichLineAFileIsWrong() {
    Answer cut = upload(admin, LIST, "pack.dbc", DBC.replace("(0.5,0)", "(0.5;0)"));
    assertThat(cut.status()).isEqualTo(400);
    assertThat(cut.body()).contains("à la ligne 4", "href=\"#file\"", "lang=\"en\"");
    assertThat(upload(admin, LIST, "pack.exe", DBC).body()).contains("terminé par .dbc");
    assertThat(upload(admin, LIST, "pack.dbc", DBC + "\0").body()).contains("terminé par .dbc");
    assertThat(upload(admin, LIST, "pack.dbc", "").status()).isEqualTo(400);
    assertThat(upload(admin, LIST, "pack.dbc", "x".repeat(1 << 20) + DBC).status()).isEqualTo(400);
    assertThat(admin.get(LIST).body()).doesNotContain("pack.exe");
  }

  @Test
  void takesAFileThatIsLargerThanOtherForms() {
    String large = DBC + "CM_ \"" + "é".repeat(200_000) + "\";\n";
    assertThat(upload(admin, LIST, "grand.dbc", large).status()).isEqualTo(303);
  }

  @Test
  void refusesWhatASignalCannotMean() {
    String page = added();
    Map<String, String> form = mapping();
    form.put("m0", "soc");
    form.put("m5", "cell");
    form.put("n5", "0");
    form.put("m3", "<script>");
    Answer refused = admin.send(page, form);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("href=\"#m0\"", "href=\"#m3\"", "href=\"#m5\"", "Pack.PackVoltage ne peut pas")
        .doesNotContain("<script>\"");
  }

  @Test
  void isNothingForOthers() {
    String page = added();
    Battery battery = battery("dbc");
    Visitor other = new Visitor(portal.http());
    other.signIn(portal.boreal().admin());
    String there = page.replace("/acme/", "/boreal/");
    assertThat(other.get(there).status()).isEqualTo(404);
    for (String form : new String[] {"", "/preview", "/batteries", "/delete"}) {
      assertThat(other.send(there + form, mapping()).status()).as(form).isEqualTo(404);
      assertThat(other.send(page + form, mapping()).status()).as(form).isEqualTo(404);
    }
    assertThat(other.get(LIST.replace("acme", "boreal")).body()).doesNotContain(".dbc</b>");
    assertThat(upload(other, LIST, "pack.dbc", DBC).status()).isEqualTo(404);
    Answer own = upload(other, LIST.replace("acme", "boreal"), "leur.dbc", DBC);
    String theirs = own.header("Location").replaceFirst("[?].*", "");
    assertThat(other.send(theirs + "/batteries", Map.of("batteries", battery.uid())).status())
        .as("a battery of another client")
        .isEqualTo(404);
    assertThat(admin.get(page).status()).isEqualTo(200);
  }

  @Test
  void takesSomebodyWhoSeesAllBatteries() {
    String page = added();
    Visitor manager = new Visitor(portal.http());
    BatteryAccess place = BatteryAccess.places(Set.of(cast.place("Quai DBC").uid()));
    manager.signIn(cast.join(new Membership(Role.CLIENT_ADMIN, place)));
    Visitor user = new Visitor(portal.http());
    user.signIn(portal.acme().user());
    for (Visitor refused : new Visitor[] {manager, user}) {
      assertThat(refused.get("/c/acme").body()).doesNotContain("admin/can-databases");
      assertThat(refused.get(LIST).status()).isEqualTo(403);
      assertThat(refused.get(page).status()).isEqualTo(403);
      assertThat(upload(refused, LIST, "pack.dbc", DBC).status()).isEqualTo(403);
      for (String form : new String[] {"", "/preview", "/batteries", "/delete"}) {
        assertThat(refused.send(page + form, mapping()).status()).as(form).isEqualTo(403);
      }
    }
  }

  @Test
  void readsOnlyBatteriesOfThatConnector() {
    String page = added();
    Battery foreign = battery("foxbms");
    assertThat(admin.send(page + "/batteries", Map.of("batteries", foreign.uid())).status())
        .isEqualTo(404);
  }

  @Test
  void twoWhoSaveAtOnceLeaveNoBatteryBehind() throws Exception {
    String page = added();
    Battery battery = battery("dbc");
    assertThat(admin.send(page + "/batteries", Map.of("batteries", battery.uid())).status())
        .isEqualTo(303);
    Visitor other = new Visitor(portal.http());
    other.signIn(cast.join(Membership.WHOLE));
    Map<String, String> theirs = mapping();
    theirs.remove("i1");
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 8; round++) {
        Future<Answer> one = two.submit(() -> admin.send(page, mapping()));
        Future<Answer> another = two.submit(() -> other.send(page, theirs));
        assertThat(one.get().status()).isEqualTo(303);
        assertThat(another.get().status()).isEqualTo(303);
        assertThat(admin.get(page).body()).as("round " + round).doesNotContain(BEHIND);
      }
    } finally {
      two.shutdownNow();
    }
  }

  @Test
  void aMappingThatNoBatteryCanKeepIsRefusedBeforeItIsSaved() {
    StringBuilder text = new StringBuilder("BO_ 416 Pack: 8 Bms\n");
    for (int i = 0; i < 250; i++) {
      String name = "電池".repeat(40) + "_Cell_" + i;
      text.append(" SG_ ").append(name).append(" : 0|8@1+ (1,0) [0|0] \"V\" X\n");
    }
    Answer sent = upload(admin, LIST, "wide.dbc", text.toString());
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    String page = sent.header("Location").replaceFirst("[?].*", "");
    Battery battery = battery("dbc");
    assertThat(admin.send(page + "/batteries", Map.of("batteries", battery.uid())).status())
        .as("what is proposed fits")
        .isEqualTo(303);
    int last = 0;
    for (int at = 1; at <= 10 && last != 400; at++) {
      Map<String, String> form = new LinkedHashMap<>();
      for (int i = 25 * (at - 1); i < 25 * at; i++) {
        form.put("m" + i, "itself");
      }
      last = admin.send(page + "?page=" + at, form).status();
      assertThat(last).isIn(303, 400);
    }
    assertThat(last).isEqualTo(400);
    assertThat(admin.get(page).body()).doesNotContain(BEHIND);
  }

  private static Map<String, String> mapping() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("m0", "packVoltage");
    form.put("m1", "current");
    form.put("i1", "on");
    form.put("m2", "soc");
    form.put("m5", "cell");
    form.put("n5", "1");
    form.put("m6", "cell");
    form.put("n6", "2");
    return form;
  }

  private String added() {
    String name = "pack-" + UUID.randomUUID() + ".dbc";
    Answer sent = upload(admin, LIST, name, DBC);
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    return sent.header("Location").replaceFirst("[?].*", "");
  }

  private static Answer upload(Visitor visitor, String path, String name, String text) {
    return visitor.sendFile(path, "file", name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Battery battery(String connector) {
    String code = "DBC-" + UUID.randomUUID().toString().substring(0, 8);
    Battery made =
        cast.fleet()
            .add(
                Actor.SYSTEM,
                portal.acme().tenant(),
                NewBattery.builder(code, "Essai", "Banc", connector).build());
    cast.awaitKnown(portal.acme(), code);
    return made;
  }
}
