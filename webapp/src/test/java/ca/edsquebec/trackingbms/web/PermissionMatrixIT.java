package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Endpoints;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Endpoint;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.PermissionCases;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import ca.edsquebec.trackingbms.web.testkit.Who;
import ca.edsquebec.trackingbms.web.testkit.Who.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every endpoint and page as everybody, and compares with what docs/permissions.md says. */
@ExtendWith(PortalExtension.class)
class PermissionMatrixIT {

  private static final Logger LOG = LoggerFactory.getLogger(PermissionMatrixIT.class);

  private final Http http;
  private final TestBattery battery;
  private final Cast cast;

  PermissionMatrixIT(Portal portal) {
    http = portal.http();
    battery = portal.battery();
    cast = new Cast(portal);
  }

  @Test
  void everybodyMeetsWhatTheAnnotationsPromise() {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (Endpoint endpoint : Endpoints.withSockets()) {
      for (Who who : Who.values()) {
        Outcome expected = who.expected(endpoint);
        int status = status(endpoint, credential(who, endpoint));
        cases++;
        if (!matches(expected, status)) {
          wrong.add("%s as %s: %d, not %s".formatted(endpoint, who, status, expected));
        }
      }
    }
    String counts = "permission matrix: " + PermissionCases.sentence();
    LOG.info(counts);
    System.out.println(counts);
    assertThat(wrong).isEmpty();
    assertThat(cases).isEqualTo(PermissionCases.count()).isGreaterThan(300);
  }

  // Of a browser that nobody signed in with, a form wants its token: that is CsrfIT's matter.
  private String credential(Who who, Endpoint endpoint) {
    boolean open = endpoint.access() == Endpoints.Access.OPEN;
    return who == Who.ANONYMOUS && open ? "nothing" : cast.credential(who);
  }

  private static boolean matches(Outcome expected, int status) {
    return switch (expected) {
      case ALLOWED -> status < 500 && status != 401 && status != 403;
      case UNKNOWN -> status == 401;
      case FORBIDDEN -> status == 403;
      case HIDDEN -> status == 404;
    };
  }

  private int status(Endpoint endpoint, String credential) {
    String path = endpoint.pathOf(battery);
    if (endpoint.method().equals(Endpoints.SOCKET)) {
      return LiveSocket.statusOf(http, path + "?client=acme", credential);
    }
    if (endpoint.contentType() == null) {
      return http.send(
              endpoint.method(), path, credential, BodyPublishers.noBody(), "X-Client", "acme")
          .status();
    }
    return http.send(
            endpoint.method(),
            path,
            credential,
            BodyPublishers.ofString("{}"),
            "X-Client",
            "acme",
            "Content-Type",
            endpoint.contentType())
        .status();
  }
}
