package ca.edsquebec.trackingbms.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import ca.edsquebec.trackingbms.web.security.Requires;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import ca.edsquebec.trackingbms.web.security.RequiresSignIn;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** What holds for all of the web application, whoever adds to it. */
@AnalyzeClasses(
    packages = "ca.edsquebec.trackingbms",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {

  private static final String WEB = "ca.edsquebec.trackingbms.web";

  @ArchTest
  static final ArchRule EVERY_RESOURCE_STATES_WHO_MAY_USE_IT =
      classes().that().areAnnotatedWith(Path.class).should(stateWhoMayUseThem());

  @ArchTest
  static final ArchRule EVERY_WEB_SOCKET_STATES_WHO_MAY_USE_IT =
      classes().that(areWebSocketEndpoints()).should(stateItOnTheClass());

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching(WEB + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule CORE_KNOWS_NOTHING_OF_THE_WEB =
      noClasses()
          .that()
          .resideOutsideOfPackage(WEB + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              WEB + "..", "jakarta.servlet..", "jakarta.ws.rs..", "jakarta.websocket..");

  /** What the web shows, somebody asked for. */
  @ArchTest
  static final ArchRule NOBODY_READS_WITHOUT_A_SCOPE =
      noClasses()
          .that()
          .resideInAPackage(WEB + "..")
          .should()
          .callMethod(Viewer.class, "system", TenantId.class)
          .orShould()
          .callConstructor(Viewer.class, TenantId.class, String.class, BatteryScope.class);

  private static boolean statesIt(CanBeAnnotated thing) {
    return thing.isAnnotatedWith(Requires.class)
        || thing.isAnnotatedWith(RequiresPlatform.class)
        || thing.isAnnotatedWith(RequiresSignIn.class)
        || thing.isAnnotatedWith(OpenToAll.class);
  }

  private static ArchCondition<JavaClass> stateWhoMayUseThem() {
    return new ArchCondition<>("state who may use them, or each of their methods does") {
      @Override
      public void check(JavaClass resource, ConditionEvents events) {
        if (statesIt(resource)) {
          return;
        }
        for (JavaMethod method : resource.getMethods()) {
          boolean answers = method.isMetaAnnotatedWith(HttpMethod.class);
          if (answers && !statesIt(method)) {
            events.add(
                SimpleConditionEvent.violated(
                    method, method.getFullName() + " does not state who may use it"));
          }
        }
      }
    };
  }

  private static DescribedPredicate<JavaClass> areWebSocketEndpoints() {
    return DescribedPredicate.describe(
        "are WebSocket endpoints",
        type -> type.isAssignableTo(Endpoint.class) || type.isAnnotatedWith(ServerEndpoint.class));
  }

  private static ArchCondition<JavaClass> stateItOnTheClass() {
    return new ArchCondition<>("state who may use them") {
      @Override
      public void check(JavaClass endpoint, ConditionEvents events) {
        if (!statesIt(endpoint)) {
          events.add(
              SimpleConditionEvent.violated(
                  endpoint, endpoint.getName() + " does not state who may use it"));
        }
      }
    };
  }
}
