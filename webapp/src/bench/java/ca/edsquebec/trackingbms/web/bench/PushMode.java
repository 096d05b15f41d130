package ca.edsquebec.trackingbms.web.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requests of 1000 points, five values each, one a battery, in the formats of others, one after
 * another on one connection; against the same in our own.
 */
final class PushMode implements Mode {

  private static final int REQUESTS = 40;
  private static final int POINTS = 1000;
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String VALUES =
      "\"voltage\":52.8%1$d,\"current\":-7.%1$d,\"soc\":6%1$d,\"soh\":98,\"temperature\":2%1$d";

  private final HttpClient http = HttpClient.newHttpClient();
  private long lastMillis;

  @Override
  public String name() {
    return "push";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient client = bench.thousand();
    client.empty();
    lastMillis = System.currentTimeMillis() - 86_400_000;
    String own = "our samples";
    Comparison comparison =
        new Comparison(bench, this, "points")
            .way(own, () -> round(bench, client, "/api/v1/ingest/samples", JSON, this::samples))
            .way("influx", () -> round(bench, client, influx(), FORM, this::lines))
            .way("emoncms", () -> round(bench, client, "/emoncms/input/bulk", FORM, this::bulk))
            .way("thingsboard", () -> round(bench, client, board(client), JSON, this::documents))
            .run();
    for (String format : new String[] {"influx", "emoncms", "thingsboard"}) {
      comparison.judge(format + " by our samples", format, own, Optional.empty());
    }
  }

  private static String influx() {
    return "/influx/write?precision=ms";
  }

  private static String board(BenchClient client) {
    return "/api/v1/" + client.key() + "/telemetry";
  }

  /** Bodies are made before the clock runs, each a second behind the one before. */
  private Way.Round round(
      Bench bench, BenchClient client, String path, String type, Supplier<String> body) {
    HttpRequest[] requests =
        IntStream.range(0, REQUESTS)
            .mapToObj(
                i -> {
                  lastMillis += 1000;
                  return HttpRequest.newBuilder(URI.create(bench.portal() + path))
                      .header("Authorization", "Bearer " + client.key())
                      .header("Content-Type", type)
                      .POST(BodyPublishers.ofString(body.get()))
                      .build();
                })
            .toArray(HttpRequest[]::new);
    return () -> send(requests);
  }

  private long send(HttpRequest[] requests) throws IOException, InterruptedException {
    for (HttpRequest request : requests) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    }
    return (long) requests.length * POINTS;
  }

  private static String joined(String separator, IntFunction<String> one) {
    return IntStream.range(0, POINTS).mapToObj(one).collect(Collectors.joining(separator));
  }

  private String samples() {
    String values =
        VALUES
            .replace("voltage", "packVoltage")
            .replace("\"temperature\":2%1$d", "\"temperatures\":[2%1$d]");
    return joined(
            ",",
            i ->
                "{\"battery\":\"B-%d\",\"ts\":%d,%s}"
                    .formatted(i, lastMillis, values.formatted(i % 10)))
        .transform(items -> "[" + items + "]");
  }

  private String lines() {
    String fields = VALUES.replace("\"", "").replace(":", "=");
    return joined(
        "\n", i -> "battery,device=B-%d %s %d".formatted(i, fields.formatted(i % 10), lastMillis));
  }

  private String bulk() {
    String items = joined(",", i -> "[0,\"B-%d\",{%s}]".formatted(i, VALUES.formatted(i % 10)));
    return "time="
        + lastMillis / 1000
        + "&data="
        + URLEncoder.encode("[" + items + "]", StandardCharsets.UTF_8);
  }

  private String documents() {
    return joined(
            ",",
            i ->
                "{\"ts\":%d,\"values\":{\"battery\":\"B-%d\",%s}}"
                    .formatted(lastMillis, i, VALUES.formatted(i % 10)))
        .transform(items -> "[" + items + "]");
  }
}
