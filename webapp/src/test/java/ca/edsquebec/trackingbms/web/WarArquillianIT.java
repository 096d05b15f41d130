package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.EnvironmentHome;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.util.EnumSet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packed WAR, deployed as it is: at its own name, with its settings from the environment. */
@ExtendWith(EnvironmentHome.class)
@ArquillianTest
class WarArquillianIT {

  @ArquillianResource private URL url;

  @Deployment(testable = false)
  static WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, "trackingbms.war")
        .importFrom(TestDatabase.projectRoot().resolve("webapp/target/trackingbms.war").toFile())
        .as(WebArchive.class);
  }

  @Test
  void sampleIsPostedAndReadUnderTheWarsOwnName() {
    assertThat(url.getPath()).isEqualTo("/trackingbms/");
    Http http = new Http(URI.create(url.toString().replaceFirst("/$", "")));
    assertThat(http.get("/api/v1/health", null).json().get("status").asText()).isEqualTo("up");

    TestInstallation installation = EnvironmentHome.installation();
    Clock clock = Clock.systemUTC();
    Battery made =
        new Fleet(
                installation.databases().tenantDatabase(),
                (connector, given) -> {},
                TestAudit.of(installation.databases(), clock),
                clock)
            .add(Actor.SYSTEM, installation.tenant("acme"), Portal.battery("WAR-1"));
    TestBattery battery = new TestBattery("acme", made.code(), made.uid(), made.id());
    String key =
        new ApiKeys(installation.databases().registry(), installation.audit(), clock)
            .create(
                Maker.operator(Actor.SYSTEM),
                installation.tenant("acme"),
                KeyWish.of("WAR", EnumSet.allOf(Scope.class)))
            .text();

    long now = clock.millis();
    http.postJson("/api/v1/ingest/samples", key, battery.sample(now, "soc", 61.5));

    assertThat(http.get(battery.path("/latest"), key).json().get("soc").asDouble()).isEqualTo(61.5);
    try (LiveSocket socket = LiveSocket.open(http, "", key)) {
      assertThat(socket.next().at("/batteries/0/ts").asLong()).isEqualTo(now);
    }
  }
}
