package ca.edsquebec.trackingbms.jobs.forward.send;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.jobs.portal.Answers;
import ca.edsquebec.trackingbms.jobs.portal.AwayException;
import ca.edsquebec.trackingbms.jobs.portal.RefusedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The portal as a gateway sees it. Safe for any number of threads. */
public final class Uplink {

  /** To the answer's end; a full request over a line of 64 kbit/s takes half of it. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client;

  private final String base;
  private final String key;
  private final Duration patience;
  private final Optional<Introduction> introduction;

  /**
   * What became of some frames.
   *
   * @param sentBytes of the request's body
   * @param unusable frames that could not be decoded
   * @param warning what the portal has to say beside that; empty for nothing
   * @param reason why the first of them, or else the first sample, was refused; empty for none
   * @param samples cut from these frames and stored
   * @param duplicates how many of those were stored before
   * @param durableUntil frame time, epoch milliseconds, up to which all is stored
   * @param since frame time, epoch milliseconds, of the first frame that the portal's memory goes
   *     back to; empty when it took all for backlog
   */
  public record Receipt(
      long sentBytes,
      long unusable,
      String warning,
      String reason,
      long samples,
      long duplicates,
      OptionalLong durableUntil,
      OptionalLong since) {

    /** Of no request. */
    static final Receipt NONE =
        new Receipt(0, 0, "", "", 0, 0, OptionalLong.empty(), OptionalLong.empty());

    /** Of what came right behind it, too. */
    Receipt and(Receipt next) {
      return new Receipt(
          sentBytes + next.sentBytes,
          unusable + next.unusable,
          warning.isEmpty() ? next.warning : warning,
          reason.isEmpty() ? next.reason : reason,
          samples + next.samples,
          duplicates + next.duplicates,
          next.durableUntil.isPresent() ? next.durableUntil : durableUntil,
          since.isPresent() ? since : next.since);
    }
  }

  /**
   * @param key an API key of scope ingest
   */
  public Uplink(URI portal, String key) {
    this(portal, key, PATIENCE);
  }

  Uplink(URI portal, String key, Duration patience) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build(),
        portal.toString().replaceAll("/+$", ""),
        key,
        patience,
        Optional.empty());
  }

  private Uplink(
      HttpClient client,
      String base,
      String key,
      Duration patience,
      Optional<Introduction> introduction) {
    this.client = client;
    this.base = base;
    this.key = key;
    this.patience = patience;
    this.introduction = introduction;
  }

  /** The same, whose requests introduce the sender. */
  public Uplink introducing(Introduction sender) {
    return new Uplink(client, base, key, patience, Optional.of(sender));
  }

  /**
   * Sends frames of a battery and waits until the portal has them. Without any it only asks whether
   * it would take some.
   *
   * @throws AwayException when they should be sent again
   * @throws RefusedException when that is in vain
   */
  public Receipt send(String battery, String connector, List<Frame> frames)
      throws IOException, InterruptedException {
    byte[] body = FramesJson.zipped(battery, frames);
    String path = "/api/v1/ingest/frames/%s?battery=%s";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(base + path.formatted(encoded(connector), encoded(battery))))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .header("Accept-Language", "en")
            .POST(BodyPublishers.ofByteArray(body));
    introduction.ifPresent(sender -> sender.addTo(request, frames.size()));
    HttpResponse<String> response = sent(request.build());
    JsonNode answer = Answers.checked(response);
    if (!answer.path("samples").isIntegralNumber()) {
      throw RefusedException.because(
          "%s answers as no portal does: is this the address of a TrackingBMS portal?"
              .formatted(base));
    }
    return new Receipt(
        body.length,
        answer.path("invalidCount").asLong(),
        response.headers().firstValue("X-Warning").orElse(""),
        answer.at("/invalid/0/reason").asText(answer.at("/rejected/0/reason").asText("")),
        answer.path("samples").asLong(),
        answer.path("duplicates").asLong(),
        time(answer.path("durableUntil")),
        time(answer.path("since")));
  }

  private HttpResponse<String> sent(HttpRequest request)
      throws AwayException, InterruptedException {
    // The client's own time-out ends with the answer's head: a line may be cut behind it.
    Future<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw away("no whole answer within %d s".formatted(patience.toSeconds()), e);
    } catch (ExecutionException e) {
      Throwable why = e.getCause();
      throw away(why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage(), e);
    } finally {
      answer.cancel(true);
    }
  }

  private AwayException away(String reason, Exception e) {
    return new AwayException("%s can't be reached: %s".formatted(base, reason), e);
  }

  private static OptionalLong time(JsonNode node) {
    return node.isNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
