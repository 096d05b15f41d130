package ca.edsquebec.trackingbms.web.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Speaks HTTP to a portal, as any program outside would. Safe for any number of threads. */
public final class Http {

  public static final String JSON = "application/json";
  public static final String TEXT = "text/plain";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;

  public Http(URI base) {
    this.base = base;
  }

  /**
   * What came back.
   *
   * @param bytes the body as it came, maybe compressed
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, HttpHeaders headers, byte[] bytes) {

    /** As text: what is compressed gives nonsense. */
    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return parse(body());
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /**
   * @param credential for {@code Authorization: Bearer}; null for none
   * @param headers name, value, name, value …
   */
  public Answer get(String path, String credential, String... headers) {
    return send("GET", path, credential, BodyPublishers.noBody(), headers);
  }

  public Answer postJson(String path, String credential, String body, String... headers) {
    return post(path, credential, JSON, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public Answer postText(String path, String credential, String body, String... headers) {
    return post(path, credential, TEXT, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public Answer post(String path, String credential, String type, byte[] body, String... headers) {
    return post(path, credential, type, BodyPublishers.ofByteArray(body), headers);
  }

  public Answer post(
      String path, String credential, String type, BodyPublisher body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = type;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send("POST", path, credential, body, all);
  }

  public Answer send(
      String method, String path, String credential, BodyPublisher body, String... headers) {
    try {
      return answer(
          client.send(
              request(method, path, credential, body, headers), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Does not wait for the answer. */
  public CompletableFuture<Answer> getAsync(String path, String credential) {
    return client
        .sendAsync(
            request("GET", path, credential, BodyPublishers.noBody()), BodyHandlers.ofByteArray())
        .thenApply(Http::answer);
  }

  private HttpRequest request(
      String method, String path, String credential, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).method(method, body);
    if (credential != null) {
      request.header("Authorization", "Bearer " + credential);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  public HttpClient client() {
    return client;
  }

  public URI base() {
    return base;
  }

  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not JSON: " + text, e);
    }
  }

  /** The text that was compressed. */
  public static String gunzip(byte[] bytes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] gzip(String text) {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
