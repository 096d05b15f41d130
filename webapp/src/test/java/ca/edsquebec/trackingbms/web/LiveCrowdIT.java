package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.live.LiveHub;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One sender who opens ever more live lines takes them from nobody else. */
@ExtendWith(PortalExtension.class)
class LiveCrowdIT {

  private static final int TRY_AGAIN_LATER = 1013;

  private final Portal portal;
  private final Http http;
  private final List<LiveSocket> open = new ArrayList<>();

  LiveCrowdIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
  }

  @AfterEach
  void closeAll() {
    open.forEach(LiveSocket::close);
  }

  @Test
  void hasSoManyAndNoMoreWhileOthersAreServed() throws Exception {
    String greedy = portal.signIn(portal.acme().user());
    for (int i = 0; i < LiveHub.MOST_OF_ONE; i++) {
      open(greedy).next();
    }
    assertThat(open(greedy).closed().get(10, TimeUnit.SECONDS)).isEqualTo(TRY_AGAIN_LATER);
    Http.Answer polled = http.get("/api/v1/live", greedy);
    assertThat(polled.status()).isEqualTo(429);
    assertThat(polled.header("Retry-After")).isNotBlank();
    assertThat(open.get(0).closed()).isNotDone();

    assertThat(open(portal.signIn(portal.acme().admin())).next().get("reset").asBoolean()).isTrue();
    assertThat(http.get("/api/v1/live", portal.boreal().readKey()).status()).isEqualTo(200);
  }

  private LiveSocket open(String credential) {
    LiveSocket line = LiveSocket.open(http, "", credential);
    open.add(line);
    return line;
  }
}
