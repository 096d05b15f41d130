package ca.edsquebec.trackingbms.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tags in all their states, as the page for who builds pages shows them. */
@ExtendWith({PortalExtension.class, BrowserExtension.class})
class ComponentsIT {

  private final Portal portal;
  private final Tabs tabs;

  ComponentsIT(Portal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  static List<Look> looks() {
    return Look.all();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyTagIsAccessibleAndFitsInAllItsStates(Look look) {
    Tab tab = tabs.open(look, portal.http().base());
    assertThat(tab.go("/dev/components").status()).isEqualTo(200);
    assertThat(tab.page().content()).doesNotContain("NaN");
    tab.assertAccessible();
    tab.screenshot("components");
    tab.assertFits(320, 390, 768, 1440);
  }

  @Test
  void theProductDoesNotHaveThatPage() throws IOException {
    Path war = TestDatabase.projectRoot().resolve("webapp/target/trackingbms");
    try (Stream<Path> files = Files.walk(war)) {
      assertThat(files.map(Path::toString).filter(name -> name.contains("omponents")))
          .filteredOn(name -> !name.contains("vendor"))
          .isEmpty();
    }
  }
}
