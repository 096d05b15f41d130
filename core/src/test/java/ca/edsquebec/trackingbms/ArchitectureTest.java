package ca.edsquebec.trackingbms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.Scopes;
import ca.edsquebec.trackingbms.secret.Binding;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom, as docs/architecture.md has it. */
class ArchitectureTest {

  private static final String ROOT = "ca.edsquebec.trackingbms";

  /**
   * Package, then the packages of ours that it may import. A brand is below {@code connector}, a
   * routine below {@code routine}.
   */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("measure", Set.of()),
          Map.entry("platform", Set.of()),
          Map.entry("tenant", Set.of("platform")),
          Map.entry("secret", Set.of("platform", "tenant")),
          Map.entry("audit", Set.of("platform", "tenant", "secret")),
          Map.entry("notification", Set.of("platform", "tenant", "secret")),
          Map.entry("notification.mail", Set.of("platform", "secret", "notification")),
          Map.entry("identity", Set.of("platform", "tenant", "secret", "audit", "notification")),
          Map.entry(
              "fleet", Set.of("measure", "platform", "tenant", "secret", "audit", "identity")),
          Map.entry("client", Set.of("platform", "tenant", "audit")),
          Map.entry("incident", Set.of("platform", "tenant", "audit")),
          Map.entry("gateway", Set.of("platform", "tenant", "audit")),
          Map.entry("connector", Set.of("measure", "connector.wire")),
          Map.entry("connector.wire", Set.of()),
          Map.entry("telemetry.chunk", Set.of()),
          Map.entry("telemetry.rollup", Set.of("measure")),
          Map.entry(
              "telemetry",
              Set.of(
                  "measure",
                  "platform",
                  "tenant",
                  "client",
                  "fleet",
                  "telemetry.chunk",
                  "telemetry.rollup")),
          Map.entry(
              "intake", Set.of("measure", "platform", "tenant", "fleet", "connector", "telemetry")),
          Map.entry(
              "candb",
              Set.of(
                  "platform",
                  "tenant",
                  "audit",
                  "fleet",
                  "connector",
                  "connector.dbc",
                  "connector.wire")),
          Map.entry("intake.check", Set.of("measure")),
          Map.entry(
              "intake.pull",
              Set.of(
                  "measure",
                  "platform",
                  "tenant",
                  "audit",
                  "fleet",
                  "connector",
                  "connector.wire",
                  "telemetry",
                  "intake")),
          Map.entry("overview", Set.of("measure", "platform", "tenant", "fleet", "telemetry")),
          Map.entry("live", Set.of("measure", "tenant", "identity", "fleet", "telemetry")),
          Map.entry("maintenance.backup", Set.of("platform", "tenant", "secret", "audit")),
          Map.entry("maintenance.offsite", Set.of("platform", "tenant", "maintenance.backup")),
          Map.entry("routine", Set.of("platform", "tenant", "secret", "audit")),
          Map.entry(
              "maintenance.health",
              Set.of(
                  "platform",
                  "tenant",
                  "notification",
                  "identity",
                  "gateway",
                  "routine",
                  "maintenance.backup")),
          Map.entry(
              "maintenance.cleanup",
              Set.of(
                  "platform",
                  "tenant",
                  "audit",
                  "notification",
                  "identity",
                  "telemetry",
                  "routine",
                  "maintenance.health")),
          Map.entry("maintenance.tables", Set.of("platform", "tenant", "telemetry")));

  private static final Set<String> OF_A_BRAND = Set.of("connector", "connector.wire", "measure");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Stream<String> packages() {
    return packageNames().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void importsOnlyWhatItMay(String name) {
    Set<String> allowed = MAY_IMPORT.getOrDefault(name, isBrand(name) ? OF_A_BRAND : ofARoutine());
    List<String> forbidden =
        packageNames().stream().filter(p -> !p.equals(name) && !allowed.contains(p)).toList();
    classes()
        .that(resideIn(Set.of(name)))
        .should()
        .onlyDependOnClassesThat(DescribedPredicate.not(resideIn(Set.copyOf(forbidden))))
        .as(name + " imports nothing of ours but " + new TreeSet<>(allowed))
        .check(OURS);
  }

  @Test
  void knowsEveryPackage() {
    Set<String> unknown =
        packageNames().stream()
            .filter(p -> !MAY_IMPORT.containsKey(p) && !isBrand(p) && !isRoutine(p))
            .collect(Collectors.toSet());
    assertThat(unknown).as("packages that the import table does not name").isEmpty();
  }

  @Test
  void hasNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void aConnectorIsAPureFunction() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "belong to a brand", c -> isBrand(relative(c)) || relative(c).endsWith("wire")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.sql..", "java.io..", "java.time..", "org.slf4j..")
        .check(OURS);
  }

  @Test
  void theCoreKnowsNeitherWebNorBatch() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.servlet..", "jakarta.ws.rs..", "jakarta.websocket..", "jakarta.batch..")
        .check(OURS);
  }

  @Test
  void onlyScopesMakesAViewerOfSomebody() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Scopes.class, Viewer.class)
        .should()
        .callConstructor(Viewer.class, TenantId.class, String.class, BatteryScope.class)
        .because("else somebody reads without his scope")
        .check(OURS);
  }

  @Test
  void whatIsSealedIsFoundByAChangeOfKeys() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..secret..")
        .should()
        .callConstructor(Binding.class, String.class, String.class, String.class)
        .because("a binding comes from a SealedColumn, which a change of keys goes through")
        .check(OURS);
  }

  @Test
  void entitiesStayWithinTheirPackage() {
    classes()
        .that()
        .areAnnotatedWith(jakarta.persistence.Entity.class)
        .should()
        .notBePublic()
        .andShould()
        .haveSimpleNameEndingWith("Row")
        .check(OURS);
  }

  private static Set<String> packageNames() {
    return OURS.stream()
        .map(ArchitectureTest::relative)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All faces, since it puts them to use; no brand and no other routine. */
  private static Set<String> ofARoutine() {
    return MAY_IMPORT.keySet();
  }

  private static boolean isRoutine(String name) {
    return name.startsWith("routine.");
  }

  private static boolean isBrand(String name) {
    return name.startsWith("connector.") && !name.equals("connector.wire");
  }

  private static String relative(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }

  private static DescribedPredicate<JavaClass> resideIn(Set<String> names) {
    return DescribedPredicate.describe(
        "reside in " + new TreeSet<>(names),
        type -> type.getPackageName().startsWith(ROOT + ".") && names.contains(relative(type)));
  }
}
