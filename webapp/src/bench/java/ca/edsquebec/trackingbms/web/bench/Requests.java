package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Arrivals;
import ca.edsquebec.trackingbms.jobs.simulate.workload.JsonSamples;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests as they go over the wire, made before the clock runs. */
final class Requests {

  private Requests() {}

  /**
   * Posts of samples, as a gateway of that client sends them.
   *
   * @param size samples in each; the last may have fewer
   */
  static List<byte[]> posts(BenchClient client, Arrivals arrivals, int size) {
    JsonSamples samples = new JsonSamples();
    List<byte[]> posts = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      int battery = arrivals.battery(i);
      samples.add(client.codes()[battery], battery, arrivals.ts(i));
      if (samples.count() == size || i == arrivals.size() - 1) {
        posts.add(post("/api/v1/ingest/samples", client.key(), samples.toBytes()));
        samples.clear();
      }
    }
    return posts;
  }

  /** Signs in, as a program does. */
  static byte[] login(String email, String password) {
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    return post("/api/v1/auth/login", "none", body.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] post(String path, String key, byte[] body) {
    String head =
        """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, key, body.length);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** Asks the API, for an answer as it is. */
  static byte[] get(String path, String key) {
    return get(path, key, "application/json", "identity");
  }

  /** Asks for a page as a browser does, compressed. */
  static byte[] page(String path, String key) {
    return get(path, key, "text/html", "gzip");
  }

  private static byte[] get(String path, String key, String type, String encoding) {
    return """
        GET %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: Bearer %s\r
        Accept: %s\r
        Accept-Encoding: %s\r
        \r
        """
        .formatted(path, key, type, encoding)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
