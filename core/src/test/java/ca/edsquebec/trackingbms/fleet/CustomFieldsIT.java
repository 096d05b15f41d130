package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomFieldsIT {

  private static final Actor BY = Actor.SYSTEM;

  private static TestInstallation installation;
  private static TenantId acme;
  private static TenantId boreal;
  private static Fleet fleet;
  private static CustomFields fields;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
    var database = installation.databases().tenantDatabase();
    SettableClock clock = SettableClock.atPresent();
    fleet =
        new Fleet(
            database,
            (connector, settings) -> {},
            TestAudit.of(installation.databases(), clock),
            clock);
    fields = new CustomFields(database, TestAudit.of(installation.databases(), clock), clock);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @BeforeEach
  void forgetWhatOtherTestsMade() throws SQLException {
    String database = "`" + installation.databaseOf("acme") + "`";
    for (String table :
        List.of("custom_value", "battery_tag", "custom_field", "placement", "battery")) {
      installation.access().execute("DELETE FROM " + database + "." + table);
    }
  }

  @Test
  void readsBackEverythingThatWasSaidOfAField() {
    CustomField made =
        fields.create(
            BY,
            acme,
            new CustomField(
                "", FieldKind.NUMBER, " Masse ", "Mass", "kg", true, "1 250,50", List.of(), false));
    assertThat(made)
        .isEqualTo(
            new CustomField(
                "masse",
                FieldKind.NUMBER,
                "Masse",
                "Mass",
                "kg",
                true,
                "1250.5",
                List.of(),
                false));
    assertThat(fields.active(Viewer.system(acme))).containsExactly(made);
    assertThat(fields.active(Viewer.system(boreal))).isEmpty();
  }

  @Test
  void refusesAFieldThatCantBe() {
    field("site", FieldKind.TEXT, false, "");
    assertRefused("code", () -> field("site", FieldKind.TEXT, false, ""));
    assertRefused("code", () -> field("Site 2", FieldKind.TEXT, false, ""));
    assertRefused("default", () -> field("mass", FieldKind.NUMBER, false, "heavy"));
    assertRefused("choices", () -> list("colour"));
    assertRefused("choices", () -> list("colour", "Rouge", "rouge"));
    assertRefused(
        "labelEn",
        () ->
            fields.create(
                BY,
                acme,
                new CustomField("x", FieldKind.TEXT, "X", " ", "", false, "", List.of(), false)));
  }

  @Test
  void keepsValuesOfABatteryAsTheirFieldHasThem() {
    field("mass", FieldKind.NUMBER, false, "");
    field("bought", FieldKind.DATE, false, "");
    list("colour", "Rouge", "Bleu");
    Battery battery =
        add("b1", Map.of("mass", "12,50", "bought", "2024-02-29", "colour", "bleu"), "Urgent", "a");
    assertThat(battery.details())
        .isEqualTo(
            new BatteryDetails(
                List.of("a", "urgent"),
                Map.of("mass", "12.5", "bought", "2024-02-29", "colour", "Bleu")));
    assertThat(fleet.batteries(Viewer.system(acme), BatteryQuery.first(10)).items())
        .containsExactly(battery);
  }

  @Test
  void refusesAValueThatItsFieldCantHave() {
    field("mass", FieldKind.NUMBER, false, "");
    assertRefused("mass", () -> add("b1", Map.of("mass", "heavy")));
    assertRefused("customFields", () -> add("b1", Map.of("nothing", "1")));
    assertThat(fleet.batteries(Viewer.system(acme), BatteryQuery.first(10)).total()).isZero();
  }

  @Test
  void givesANewBatteryTheDefaultsOfWhatWasNotSaid() {
    field("site", FieldKind.TEXT, true, "Laval");
    assertThat(add("b1", Map.of()).details().fields()).containsExactly(Map.entry("site", "Laval"));
    assertThat(add("b2", Map.of("site", "Lévis")).details().fields())
        .containsExactly(Map.entry("site", "Lévis"));
  }

  @Test
  void asksForARequiredValueWhenABatteryIsChanged() {
    add("b1", Map.of());
    field("site", FieldKind.TEXT, true, "");
    assertRefused("site", () -> fleet.describe(BY, acme, "b1", BatteryDetails.NONE));
    Battery changed =
        fleet.describe(BY, acme, "b1", BatteryDetails.of(List.of("neuf"), Map.of("site", "Laval")));
    assertThat(changed.details())
        .isEqualTo(new BatteryDetails(List.of("neuf"), Map.of("site", "Laval")));
    assertThat(
            fleet
                .describe(BY, acme, "b1", new BatteryDetails(List.of(), Map.of("site", "X")))
                .details()
                .tags())
        .isEmpty();
  }

  @Test
  void keepsValuesWhileTheirFieldIsArchived() {
    field("site", FieldKind.TEXT, true, "");
    field("note", FieldKind.TEXT, false, "");
    add("b1", Map.of("site", "Laval"));
    fields.archive(BY, acme, "site");
    fleet.describe(BY, acme, "b1", BatteryDetails.of(List.of(), Map.of("note", "x")));
    assertThat(fields.active(Viewer.system(acme)))
        .extracting(CustomField::code)
        .containsExactly("note");
    assertRefused(
        "customFields",
        () -> fleet.describe(BY, acme, "b1", BatteryDetails.of(List.of(), Map.of("site", "y"))));
    fields.restore(BY, acme, "site");
    assertThat(fleet.batteryByCode(Viewer.system(acme), "b1").details().fields())
        .isEqualTo(Map.of("site", "Laval", "note", "x"));
  }

  @Test
  void deletesOnlyWhatNoBatteryUses() {
    field("site", FieldKind.TEXT, false, "");
    field("note", FieldKind.TEXT, false, "");
    add("b1", Map.of("site", "Laval"));
    assertThat(fields.all(Viewer.system(acme)))
        .extracting(CustomFields.Use::batteries)
        .containsExactly(1L, 0L);
    fields.delete(BY, acme, "note");
    assertRefused("code", () -> fields.delete(BY, acme, "site"));
    assertThatThrownBy(() -> fields.delete(BY, acme, "note")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> fields.archive(BY, boreal, "site"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void countsForAReaderTheBatteriesThatHeSees() {
    field("site", FieldKind.TEXT, false, "");
    Battery seen = add("b1", Map.of("site", "Laval"));
    add("b2", Map.of("site", "Lévis"));
    assertThat(usesFor(BatteryScope.only(Set.of(seen.id())))).containsExactly(1L);
    assertThat(usesFor(BatteryScope.only(Set.of()))).containsExactly(0L);
    assertThat(usesFor(BatteryScope.ALL)).containsExactly(2L);
  }

  private static List<Long> usesFor(BatteryScope scope) {
    return fields.all(new Viewer(acme, "user:1", scope)).stream()
        .map(CustomFields.Use::batteries)
        .toList();
  }

  @Test
  void renamesAChoiceWhereverABatteryHasIt() {
    list("colour", "Rouge", "Bleu");
    add("b1", Map.of("colour", "Rouge"));
    CustomField renamed = listOf("colour", "Rouge vif", "Bleu");
    fields.change(BY, acme, renamed, Map.of("Rouge", "Rouge vif"));
    assertThat(fleet.batteryByCode(Viewer.system(acme), "b1").details().fields())
        .containsEntry("colour", "Rouge vif");
  }

  @Test
  void refusesToTakeAwayAChoiceThatABatteryHas() {
    list("colour", "Rouge", "Bleu");
    add("b1", Map.of("colour", "Rouge"));
    assertRefused("choices", () -> fields.change(BY, acme, listOf("colour", "Bleu"), Map.of()));
    fields.change(BY, acme, listOf("colour", "Rouge"), Map.of());
    assertThat(fields.field(Viewer.system(acme), "colour").choices())
        .extracting(CustomField.Choice::value)
        .containsExactly("Rouge");
  }

  @Test
  void neverChangesTheKindOfAField() {
    field("site", FieldKind.TEXT, false, "");
    CustomField other =
        new CustomField("site", FieldKind.DATE, "Site", "Site", "", false, "", List.of(), false);
    assertRefused("kind", () -> fields.change(BY, acme, other, Map.of()));
  }

  @Test
  void showsFieldsInTheOrderThatTheClientGaveThem() {
    field("a", FieldKind.TEXT, false, "");
    field("b", FieldKind.TEXT, false, "");
    field("c", FieldKind.TEXT, false, "");
    fields.order(BY, acme, List.of("c", "a"));
    assertThat(fields.active(Viewer.system(acme)))
        .extracting(CustomField::code)
        .containsExactly("c", "a", "b");
  }

  private CustomField field(String code, FieldKind kind, boolean required, String defaultValue) {
    return fields.create(
        BY,
        acme,
        new CustomField(code, kind, code, code, "", required, defaultValue, List.of(), false));
  }

  private void list(String code, String... choices) {
    fields.create(BY, acme, listOf(code, choices));
  }

  private static CustomField listOf(String code, String... choices) {
    List<CustomField.Choice> offered =
        List.of(choices).stream().map(one -> new CustomField.Choice(one, "")).toList();
    return new CustomField(code, FieldKind.LIST, code, code, "", false, "", offered, false);
  }

  private Battery add(String code, Map<String, String> values, String... tags) {
    return fleet.add(
        Actor.SYSTEM,
        acme,
        NewBattery.builder(code, "Chariot", "Laval", "foxbms")
            .details(BatteryDetails.of(List.of(tags), values))
            .build());
  }

  private static void assertRefused(String field, Runnable change) {
    assertThatThrownBy(change::run)
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
