package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.testkit.Endpoints;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Access;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Endpoint;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every way to a client's things, while that client is suspended or being deleted. */
@ExtendWith(PortalExtension.class)
class SuspendedDoorsIT {

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

  private final Portal portal;
  private final Http http;
  private final Standing standing;
  private final TenantId boreal;
  private final TestBattery battery;
  private String admin;

  SuspendedDoorsIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.boreal = portal.boreal().tenant();
    this.battery = portal.pair().get("boreal");
    var databases = portal.installation().databases();
    this.standing =
        new Standing(
            databases.registry(),
            databases.tenants(),
            portal.installation().audit(),
            Clock.systemUTC());
  }

  @BeforeEach
  void suspend() {
    admin = portal.signIn(portal.boreal().admin());
    standing.suspend(Actor.SYSTEM, boreal, "Contrat");
    await(403);
  }

  @AfterEach
  void bringBack() {
    standing.restore(Actor.SYSTEM, boreal);
    standing.lift(Actor.SYSTEM, boreal);
    await(400);
  }

  @Test
  void ofASuspendedClientAllIsReadAndNothingChanged() {
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : ofClients()) {
      Answer answer = ask(endpoint);
      boolean stores = endpoint.permission().filter(Permission.INGEST::equals).isPresent();
      boolean reads = READING.contains(endpoint.method()) && !stores;
      boolean refused = answer.status() == 403 && answer.body().contains("suspended");
      boolean read = answer.status() != 403 && answer.status() < 500;
      if (reads ? !read : !refused) {
        wrong.add(endpoint + ": " + answer.status());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aClientThatIsBeingDeletedIsNotThere() {
    standing.markForDeletion(Actor.SYSTEM, boreal, "Fin", Duration.ofDays(30), true);
    await(404);
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : ofClients()) {
      int status = ask(endpoint).status();
      if (status != 404) {
        wrong.add(endpoint + ": " + status);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(http.get("/c/acme", portal.signIn(portal.acme().admin())).status()).isEqualTo(200);
  }

  private static List<Endpoint> ofClients() {
    List<Endpoint> found =
        Endpoints.all().stream().filter(one -> one.access() == Access.PERMITTED).toList();
    assertThat(found).hasSizeGreaterThan(100);
    return found;
  }

  private Answer ask(Endpoint endpoint) {
    boolean stores = endpoint.permission().filter(Permission.INGEST::equals).isPresent();
    String credential = stores ? portal.boreal().ingestKey() : admin;
    String path = endpoint.pathOf(battery);
    return endpoint.contentType() == null
        ? http.send(
            endpoint.method(), path, credential, BodyPublishers.noBody(), "X-Client", "boreal")
        : http.send(
            endpoint.method(),
            path,
            credential,
            BodyPublishers.ofString("{}"),
            "X-Client",
            "boreal",
            "Content-Type",
            endpoint.contentType());
  }

  /** Until the portal knows: it asks every so often, and nothing tells a program outside. */
  private void await(int statusOfAnEmptyKey) {
    long end = System.nanoTime() + KNOWN_WITHIN.toNanos();
    while (http.postJson("/api/v1/api-keys", admin, "{}", "X-Client", "boreal").status()
        != statusOfAnEmptyKey) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
