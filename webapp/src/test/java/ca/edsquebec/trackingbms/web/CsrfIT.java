package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.security.ForeignFormats;
import ca.edsquebec.trackingbms.web.testkit.Endpoints;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Endpoint;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No form changes anything that was not made for the session that sends it. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CsrfIT {

  static final List<Endpoint> FORMS =
      Endpoints.all().stream()
          .filter(endpoint -> !endpoint.method().equals("GET"))
          .filter(endpoint -> !endpoint.path().startsWith("/api/"))
          .toList();

  private final Portal portal;
  private final Http http;
  private final Visitor visitor;

  CsrfIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.visitor = new Visitor(http);
    visitor.signIn(portal.acme().admin());
  }

  @Test
  void scanFindsTheForms() {
    assertThat(FORMS)
        .extracting(Endpoint::path)
        .contains("/login", "/logout", "/forgot", "/account/password");
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void formWithoutItsTokenOrWithAnotherSessionsIsRefused(Endpoint form) {
    Visitor other = new Visitor(http);
    other.signIn(portal.acme().admin());
    String path = form.pathOf(portal.battery()).replace("{client}", "acme");
    for (String token : List.of("", "x", "a.b.c", other.token(), new Visitor(http).token())) {
      assertThat(visitor.send(path, Map.of("csrf", token), "Origin", visitor.origin()).status())
          .as(token)
          .isIn(ForeignFormats.at(path).isPresent() ? List.of(401) : List.of(403, 415));
    }
    assertThat(visitor.get("/account").status()).isEqualTo(200);
  }

  @Test
  void scriptsSayWhatNoFormCan() {
    String[] cookies = {"Cookie", visitor.cookies(), "Origin", visitor.origin()};
    byte[] nothing = "x".getBytes(StandardCharsets.UTF_8);
    String path = "/api/v1/auth/logout";
    assertThat(http.post(path, null, "text/plain", nothing, cookies).status()).isEqualTo(403);
    assertThat(
            http.post(path, null, "application/x-www-form-urlencoded", nothing, cookies).status())
        .isEqualTo(403);
    assertThat(visitor.get("/account").status()).isEqualTo(200);
    assertThat(http.post(path, null, "application/json", nothing, cookies).status()).isEqualTo(204);
    assertThat(visitor.get("/account").status()).isEqualTo(303);
    visitor.signIn(portal.acme().admin());
  }
}
