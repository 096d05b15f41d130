package ca.edsquebec.trackingbms.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Verification;
import ca.edsquebec.trackingbms.connector.Medium;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.FieldFault;
import ca.edsquebec.trackingbms.fleet.FieldKind;
import ca.edsquebec.trackingbms.gateway.Gateway;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.PasswordFault;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.RightsRefused;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.incident.Incident;
import ca.edsquebec.trackingbms.intake.check.Finding;
import ca.edsquebec.trackingbms.intake.pull.PullFault;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.overview.FleetQuery;
import ca.edsquebec.trackingbms.overview.Flow;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.web.audit.EntryWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text that a page can ask for is there in both languages, well written, and asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextsTest {

  /** What can follow a beginning that is put together with a word: exactly these. */
  private static final Map<String, Set<String>> BEGINNINGS =
      Map.ofEntries(
          Map.entry("access.of.", Set.of("place", "type")),
          Map.entry(
              "account.done.",
              Set.of("device", "factor-off", "password", "profile", "session", "sessions")),
          Map.entry("password.fault.", names(PasswordFault.values())),
          Map.entry("alarm.", names(AlarmCode.values())),
          Map.entry("audit.action.", names(Action.values())),
          Map.entry("audit.actor.", Set.of("anonymous", "command", "system", "unknown")),
          Map.entry("audit.fault.", names(Verification.Kind.values())),
          Map.entry("audit.object.", EntryWords.KINDS),
          Map.entry("battery.status.", names(BatteryStatus.values())),
          Map.entry("battery.level.", names(AlarmLevel.values())),
          Map.entry("battery.metric.", Set.of("current", "packVoltage", "power", "temperatureMax")),
          Map.entry("chemistry.", names(Chemistry.values())),
          Map.entry(
              "clients.done.",
              Set.of(
                  "deleting",
                  "factor",
                  "lifted",
                  "made",
                  "quotas",
                  "restored",
                  "suspended",
                  "visit-ended")),
          Map.entry("check.", names(Finding.What.values())),
          Map.entry("pull.fault.", names(PullFault.values())),
          Map.entry("pull.hint.", names(Medium.values())),
          Map.entry("pull.state.", Set.of("connecting", "idle", "off", "talking", "waiting")),
          Map.entry("clients.state.", names(Tenant.Status.values())),
          Map.entry(
              "clients.wrong.",
              Set.of("client", "displayName", "email", "name", "reserved", "retention", "taken")),
          Map.entry("clients.wrong.step.", Set.of("delete", "lift", "restore", "suspend")),
          Map.entry("clients.wrong.visit.", Set.of("client", "factor", "length", "reason")),
          Map.entry("condition.", names(Condition.values())),
          Map.entry("dashboard.tile.", names(Condition.values())),
          Map.entry("error.", errors()),
          Map.entry("fleet.column.", columns()),
          Map.entry("fleet.column.long.", Set.of("age", "spread")),
          Map.entry("details.fault.", names(FieldFault.values())),
          Map.entry(
              "fields.done.",
              Set.of("archived", "created", "deleted", "moved", "restored", "saved")),
          Map.entry("fields.kind.", names(FieldKind.values())),
          Map.entry(
              "fields.wrong.",
              Set.of("choices", "code", "default", "kind", "labelEn", "labelFr", "unit")),
          Map.entry("fleet.facet.", Set.of("chemistry", "place", "q", "state", "tag", "type")),
          Map.entry("fleet.order.", names(FleetQuery.Sort.values())),
          Map.entry("flow.", names(Flow.values())),
          Map.entry("candb.done.", Set.of("added", "deleted", "saved", "used")),
          Map.entry("candb.meaning.", meanings()),
          Map.entry("candb.wrong.", Set.of("count", "file", "name", "type")),
          Map.entry("gateways.done.", Set.of("created", "deleted", "saved")),
          Map.entry("gateways.state.", names(Gateway.State.values())),
          Map.entry("incident.done.", Set.of("changed", "recorded")),
          Map.entry("incident.fault.", incidentFaults()),
          Map.entry("js.fleet.", names(Flow.values())),
          Map.entry("js.range.", Set.of("above", "below", "in-range")),
          Map.entry("keys.done.", Set.of("renamed", "revoked")),
          Map.entry("keys.state.", Set.of("expired", "revoked")),
          Map.entry("live.", Set.of("connecting", "live", "offline", "page", "paused", "polling")),
          Map.entry("nav.", entries()),
          Map.entry("system.run.", Set.of("DONE", "FAILED", "NEVER", "RUNNING", "STOPPED")),
          Map.entry(
              "people.done.",
              Set.of(
                  "changed", "deactivated", "invited", "reactivated", "sent-again", "withdrawn")),
          Map.entry("people.platform-done.", Set.of("added", "removed")),
          Map.entry("people.refused.", names(RightsRefused.Reason.values())),
          Map.entry("people.role-done.", Set.of("created", "changed", "deleted")),
          Map.entry("people.scope.", names(BatteryAccess.Kind.values())),
          Map.entry("permission.", names(Permission.OF_PEOPLE.toArray(Permission[]::new))),
          Map.entry("permission.domain.", names(Permission.Domain.values())),
          Map.entry(
              "quota.",
              Set.of("batteries", "none", "samplesADay", "title", "used", "users", "warning")),
          Map.entry("settings.done.", Set.of("factor", "kept", "logo", "no-logo", "saved")),
          Map.entry(
              "settings.wrong.", Set.of("accent", "accent-light", "logo", "name", "retention")),
          Map.entry("role.", Role.BUILT_IN.stream().map(Role::id).collect(Collectors.toSet())),
          Map.entry("shares.done.", Set.of("revoked")));

  private static final Pattern SIMPLE_PLACES = Pattern.compile("\\{(?!\\d\\})");

  private final Bundle french = Bundle.french();
  private final Bundle english = Bundle.english();
  private final List<TextUses.Use> uses = TextUses.of(french.keys());

  private static Set<String> names(Enum<?>... values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.toSet());
  }

  private static Set<String> errors() {
    return ErrorPages.WORDED.stream()
        .flatMap(status -> Stream.of(status + ".title", status + ".text"))
        .collect(Collectors.toSet());
  }

  private static Set<String> meanings() {
    return Stream.concat(
            Arrays.stream(Metric.values()).map(Metric::jsonName),
            Stream.of("balancing", "cell", "charge-allowed", "discharge-allowed", "temperature"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> columns() {
    Set<String> columns = names(FleetQuery.Sort.values());
    columns.add("trend");
    columns.remove("place");
    return columns;
  }

  private static Set<String> incidentFaults() {
    Set<String> all = new TreeSet<>(names(Incident.Fault.values()));
    all.addAll(Set.of("choice", "date", "version"));
    return all;
  }

  private static Set<String> entries() {
    return Sources.pages().stream()
        .flatMap(page -> page.actions.stream())
        .filter(action -> action.name().equals("ui:entry"))
        .map(entry -> entry.attributes().get("name").text())
        .collect(Collectors.toSet());
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(english.keys()).isEqualTo(french.keys());
  }

  @Test
  void bothLanguagesPutTheSameValuesIn() {
    for (String key : french.keys()) {
      assertThat(english.places(key)).as(key).isEqualTo(french.places(key));
    }
  }

  @Test
  void frenchIsWellWritten() {
    assertThat(french.complaints()).isEmpty();
  }

  @Test
  void englishIsWellWritten() {
    assertThat(english.complaints()).isEmpty();
  }

  @Test
  void everyTextAskedForIsThere() {
    assertThat(uses)
        .filteredOn(use -> !use.isBeginning())
        .isNotEmpty()
        .allMatch(use -> french.keys().contains(use.key()));
  }

  @Test
  void everyBeginningIsSaidToGoOnSomehow() {
    assertThat(uses)
        .filteredOn(TextUses.Use::isBeginning)
        .as("to be listed in TextsTest.BEGINNINGS with what can follow")
        .allMatch(use -> BEGINNINGS.containsKey(use.key()));
  }

  @Test
  void everyValueOfAnEnumHasItsText() {
    BEGINNINGS.forEach(
        (beginning, words) ->
            assertThat(french.keys())
                .as(beginning)
                .containsAll(words.stream().map(beginning::concat).toList()));
  }

  @Test
  void everyTextIsAskedFor() {
    Set<String> unused = new TreeSet<>(french.keys());
    for (TextUses.Use use : uses) {
      unused.remove(use.key());
      BEGINNINGS.getOrDefault(use.key(), Set.of()).stream()
          .map(use.key()::concat)
          .forEach(unused::remove);
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void everyTextOfAPageGetsItsValues() {
    for (TextUses.Use use : uses) {
      if (use.given() >= 0 && !use.isBeginning()) {
        assertThat(french.places(use.key())).as(use.toString()).allMatch(it -> it < use.given());
      }
    }
  }

  @Test
  void scriptsAskOnlyForWhatThePageHandsThem() {
    List<String> handed =
        Pattern.compile("'([a-z]+\\.)'")
            .matcher(
                Sources.pages().stream()
                    .flatMap(page -> page.expressions().stream())
                    .filter(expression -> expression.startsWith("t.json("))
                    .collect(Collectors.joining()))
            .results()
            .map((MatchResult prefix) -> prefix.group(1))
            .toList();
    assertThat(uses)
        .filteredOn(use -> use.where().endsWith(".js"))
        .isNotEmpty()
        .allMatch(use -> handed.stream().anyMatch(use.key()::startsWith));
    // Scripts put values in, but know no plurals.
    assertThat(french.keys())
        .filteredOn(key -> handed.stream().anyMatch(key::startsWith))
        .noneMatch(
            key ->
                SIMPLE_PLACES.matcher(french.text(key)).find()
                    || SIMPLE_PLACES.matcher(english.text(key)).find());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a.b=L'état | straight apostrophe
          a.b={0 | braces
          a.b=Ouvert ? | no space before
          a.b=Ouvert\\u00a0; fermé | no space before
          a.b=État : bon | no-break space
          a.b=État: bon | no-break space
          a.b=« Oui » | no-break space
          a.b=moins de 5 s | before a unit
          a.b={0} % | before a unit
          a.b=Un  deux | too many
          a.b=Attendez... | write …
          a.b= | is empty
          a.b=1\\na.b=2 | twice
          <<<<<<< HEAD | is no key
          """)
  void everyRuleOfWritingIsHeld(String line, String reason) {
    Bundle faulty = new Bundle(Locale.CANADA_FRENCH, line.replace("\\n", "\n"));
    assertThat(faulty.complaints()).anyMatch(complaint -> complaint.contains(reason));
  }

  @Test
  void usesAreSeenInPagesJavaAndScripts() {
    TextUses seen =
        new TextUses(Set.of("nav"))
            .inPage(
                new Markup("a.jsp", "${fn:escapeXml(t.of(x ? 'nav.a' : 'nav.b', 1, f.g(2, 3)))}"))
            .inPage(new Markup("a.tag", "<ui:card title=\"${t.of('nav.'.concat(name))}\"/>"))
            .inJava("A.java", "texts.of(\"nav.c\"); \"other.d\"")
            .inScript("a.js", "text('nav.d', 1); text(`nav.${x}`); text('typo.e'); './nav.js'");
    assertThat(seen.all())
        .extracting(TextUses.Use::toString)
        .containsExactly(
            "nav.a in a.jsp",
            "nav.b in a.jsp",
            "nav. in a.tag",
            "nav.c in A.java",
            "nav.d in a.js",
            "nav. in a.js",
            "typo.e in a.js");
    assertThat(seen.all().get(0).given()).isEqualTo(2);
  }
}
