package ca.edsquebec.trackingbms.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import picocli.CommandLine.Command;

@AnalyzeClasses(
    packages = "ca.edsquebec.trackingbms",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String JOBS = "ca.edsquebec.trackingbms.jobs..";

  @ArchTest
  static final ArchRule coreKnowsNoCommands =
      noClasses()
          .that()
          .resideOutsideOfPackage(JOBS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JOBS);

  @ArchTest
  static final ArchRule commandsUseFacesAndNoDatabase =
      noClasses()
          .that()
          .resideInAPackage(JOBS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "jakarta.persistence..",
              "org.eclipse.persistence..",
              "org.flywaydb..",
              "com.zaxxer..",
              "com.mysql..");

  @ArchTest
  static final ArchRule aFeatureOfTheCommandLineStandsAlone =
      slices().matching("ca.edsquebec.trackingbms.jobs.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheCompositionRootKnowsCommands =
      classes()
          .that()
          .areAnnotatedWith(Command.class)
          .should()
          .onlyHaveDependentClassesThat()
          .haveFullyQualifiedName(Application.class.getName());

  @ArchTest
  static final ArchRule onlyMainReadsTheEnvironment =
      noClasses()
          .that()
          .resideInAPackage(JOBS)
          .and()
          .doNotHaveSimpleName("Main")
          .should()
          .callMethod(System.class, "getenv");
}
