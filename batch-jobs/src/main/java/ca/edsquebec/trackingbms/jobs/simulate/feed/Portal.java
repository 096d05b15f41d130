package ca.edsquebec.trackingbms.jobs.simulate.feed;

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
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The portal as a gateway sees it. Connections are kept open, as many as there are threads that
 * send.
 */
final class Portal {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String base;
  private final String key;

  /**
   * What became of some frames.
   *
   * @param unusable frames that could not be decoded
   * @param reason why the first of them could not
   * @param durableUntil frame time, epoch milliseconds, up to which all is stored
   */
  record Receipt(long unusable, String reason, OptionalLong durableUntil) {}

  Portal(URI address, String key) {
    this.base = address.toString().replaceAll("/+$", "");
    this.key = key;
  }

  /**
   * Sends frames of a battery and waits until the portal has them.
   *
   * @param candump lines of a candump log
   * @throws AwayException when they should be sent again
   * @throws RefusedException when that is in vain
   */
  Receipt frames(String battery, String candump) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("/api/v1/ingest/frames/foxbms?battery=" + encoded(battery))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(candump, StandardCharsets.US_ASCII));
    JsonNode answer = Answers.checked(send(request));
    JsonNode durable = answer.path("durableUntil");
    return new Receipt(
        answer.path("invalidCount").asLong(),
        answer.at("/invalid/0/reason").asText(),
        durable.isNumber() ? OptionalLong.of(durable.asLong()) : OptionalLong.empty());
  }

  /**
   * Sends samples and waits until the portal has them.
   *
   * @param json as the samples endpoint takes them
   * @throws AwayException when they should be sent again
   * @throws RefusedException when that is in vain, for one of them or for all
   */
  void samples(byte[] json) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("/api/v1/ingest/samples")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json));
    JsonNode refused = Answers.checked(send(request)).at("/rejected/0/reason");
    if (!refused.isMissingNode()) {
      throw RefusedException.because("the portal refuses a sample: " + refused.asText());
    }
  }

  /**
   * When the portal has samples of a battery, epoch milliseconds, growing.
   *
   * @return empty when the key may not read
   */
  Optional<long[]> stored(String battery, long from, long to)
      throws IOException, InterruptedException {
    Optional<String> id = id(battery);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String path = "/api/v1/batteries/%s/history?metrics=soc&from=%d&to=%d";
    JsonNode answer = Answers.checked(send(request(path.formatted(id.get(), from, to)).GET()));
    JsonNode times = answer.path("t");
    long[] stored = new long[times.size()];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = times.get(i).asLong();
    }
    return Optional.of(stored);
  }

  private Optional<String> id(String battery) throws IOException, InterruptedException {
    HttpResponse<String> response =
        send(request("/api/v1/batteries?size=200&q=" + encoded(battery)).GET());
    if (response.statusCode() == 403) {
      return Optional.empty();
    }
    for (JsonNode item : Answers.checked(response).path("items")) {
      if (item.path("code").asText().equals(battery)) {
        return Optional.of(item.path("id").asText());
      }
    }
    throw RefusedException.because("the portal has no battery \"%s\"".formatted(battery));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws AwayException, InterruptedException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new AwayException("%s can't be reached: %s".formatted(base, reason), e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
