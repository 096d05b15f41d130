package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.web.testkit.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * How long the portal takes for each page of a client with 1000 batteries, one request after the
 * other, and what the page weighs compressed. Argument: requests a page, 300 when absent.
 */
public final class PageTimes {

  private static final int BATTERIES = 1000;
  private static final int WARM_UP = 100;

  private PageTimes() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int requests = args.length == 0 ? 300 : Integer.parseInt(args[0]);
    try (BenchPortal portal = new BenchPortal(BATTERIES)) {
      fill(portal);
      Map<String, String> pages = new LinkedHashMap<>();
      pages.put("dashboard", "/c/acme");
      pages.put("list of 25", "/c/acme/batteries?size=25");
      pages.put("list of 100", "/c/acme/batteries?size=100");
      pages.put("list, searched and sorted", "/c/acme/batteries?q=b-9&sort=-soc");
      pages.put("battery", "/c/acme/batteries/" + portal.batteries().get(0).uid());
      for (Map.Entry<String, String> page : pages.entrySet()) {
        run(portal, page.getValue(), WARM_UP);
        long[] nanos = run(portal, page.getValue(), requests);
        System.out.printf(
            "%-28s %s; %d bytes compressed%n",
            page.getKey(), BenchPortal.percentiles(nanos), get(portal, page.getValue()));
      }
      System.out.println(portal.residentMemory());
    }
    System.exit(0);
  }

  /** Some samples of every battery over the last minutes. */
  private static void fill(BenchPortal portal) {
    Random random = new Random(1);
    long now = System.currentTimeMillis();
    for (int round = 3; round >= 0; round--) {
      long ts = now - round * 60_000L;
      for (int from = 0; from < BATTERIES; from += 100) {
        String samples =
            portal.batteries().subList(from, from + 100).stream()
                .map(Battery::code)
                .map(code -> BenchPortal.sample(code, ts, random))
                .collect(Collectors.joining(",", "[", "]"));
        Http.Answer answer =
            portal.http().postJson("/api/v1/ingest/samples", portal.key(), samples);
        if (answer.status() != 200) {
          throw new IllegalStateException(answer.toString());
        }
      }
    }
  }

  private static long[] run(BenchPortal portal, String path, int requests)
      throws IOException, InterruptedException {
    long[] nanos = new long[requests];
    for (int i = 0; i < requests; i++) {
      long begun = System.nanoTime();
      get(portal, path);
      nanos[i] = System.nanoTime() - begun;
    }
    return nanos;
  }

  private static int get(BenchPortal portal, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(portal.http().base() + path))
            .header("Authorization", "Bearer " + portal.key())
            .header("Accept", "text/html")
            .header("Accept-Encoding", "gzip")
            .build();
    var answer = portal.http().client().send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body().length;
  }
}
