package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One sender, known or not, can't take what all share: memory and turns. */
@ExtendWith(PortalExtension.class)
class HostileSendersIT {

  private static final String SAMPLES = "/api/v1/ingest/samples";
  private static final String FRAMES = "/api/v1/ingest/frames/foxbms";
  private static final String LOGIN = "/api/v1/auth/login";

  private final Portal portal;
  private final Http http;
  private final long now = System.currentTimeMillis();

  HostileSendersIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
  }

  @Test
  void zippedBodiesThatNeverEndHoldUpNobodyElse() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        slow.add(unfinished(portal.boreal().ingestKey()));
      }
      String sample = portal.battery().sample(now, "soc", 50);
      Instant start = Instant.now();
      Answer answer =
          http.post(
              SAMPLES,
              portal.acme().ingestKey(),
              Http.JSON,
              Http.gzip(sample),
              "Content-Encoding",
              "gzip");
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private Socket unfinished(String key) throws IOException {
    Socket socket = new Socket(http.base().getHost(), http.base().getPort());
    List<String> head =
        List.of(
            "POST " + SAMPLES + " HTTP/1.1",
            "Host: x",
            "Authorization: Bearer " + key,
            "Content-Type: " + Http.JSON,
            "Content-Encoding: gzip",
            "Content-Length: 1000");
    socket
        .getOutputStream()
        .write((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(Http.gzip("[]"), 0, 12);
    socket.getOutputStream().flush();
    return socket;
  }

  @Test
  void sampleOfMillionsOfValuesCostsItselfAndNoOther() {
    String good = portal.battery().sample(now, "soc", 50);
    String huge = good.replace("}", ",\"cellVoltages\":[" + "{},".repeat(1_000_000) + "{}]}");
    Answer answer =
        http.post(
            SAMPLES,
            portal.acme().ingestKey(),
            Http.JSON,
            Http.gzip("[" + huge + "," + good + "]"),
            "Content-Encoding",
            "gzip");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(answer.json().at("/rejected/0/index").asInt()).isZero();
  }

  @Test
  void signInOfAMegabyteIsRefusedUnread() {
    Answer answer =
        http.postJson(LOGIN, null, "{\"email\":\"" + "a".repeat(1 << 20) + "\",\"password\":\"\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(413);
  }

  @Test
  void signInMayHoldMoreThanWeUse() {
    Answer answer =
        http.postJson(LOGIN, null, "{\"email\":\"x@y.example\",\"password\":\"p\",\"otp\":\"1\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
  }

  @Test
  void wrongFormIsToldWithoutOurClassNames() {
    for (String body : List.of("[1]", "\"x\"", "{\"email\":{\"a\":1},\"password\":[]}")) {
      Answer answer = http.postJson(LOGIN, null, body);
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("edsquebec", "java.lang");
    }
  }

  @Test
  void framesOfOneBatteryAreNotTakenForAnothers() {
    String code = portal.battery().code();
    Answer answer =
        http.postJson(
            FRAMES + "?battery=" + code,
            portal.acme().ingestKey(),
            "{\"battery\":\"%s-2\",\"frames\":[]}".formatted(code));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
  }

  @Test
  void recordingOfTooManyLinesIsHeardOutAndRefused() {
    Answer answer =
        http.postText(
            FRAMES + "?battery=" + portal.battery().code(),
            portal.acme().ingestKey(),
            "x\n".repeat(3_900_000));
    assertThat(answer.status()).as(answer.body()).isEqualTo(413);
  }
}
