package ca.edsquebec.trackingbms.jobs.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What the portal's answers mean to whoever sends. */
public final class Answers {

  private static final JsonMapper JSON = new JsonMapper();

  private Answers() {}

  /**
   * The answer when it is one of success.
   *
   * @throws AwayException when the same may be sent again later
   * @throws RefusedException when it may not
   */
  public static JsonNode checked(HttpResponse<String> response)
      throws AwayException, RefusedException {
    int status = response.statusCode();
    JsonNode body = body(response.body());
    if (status == 200 && body.isObject()) {
      return body;
    }
    String detail = body.path("detail").asText();
    if (status == 429 || status >= 500) {
      throw new AwayException(
          status,
          "the portal answers %d%s".formatted(status, detail.isEmpty() ? "" : ": " + detail),
          retryAfter(response));
    }
    throw new RefusedException(
        status,
        switch (status) {
          case 401 ->
              "the portal does not know this API key, or it has expired or was revoked: make another"
                  + " one with scope ingest, put it in its place and start this program again";
          case 403 ->
              "this API key may not send: make one with scope ingest, put it in its place and start"
                  + " this program again";
          default ->
              detail.isEmpty()
                  ? "%s answers %d: is this the address of a TrackingBMS portal?"
                      .formatted(response.uri().resolve("/"), status)
                  : "the portal answers %d: %s".formatted(status, detail);
        });
  }

  private static JsonNode body(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notOurs) {
      return JSON.missingNode();
    }
  }

  private static Optional<Duration> retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
