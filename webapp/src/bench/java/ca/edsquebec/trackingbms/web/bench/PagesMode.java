package ca.edsquebec.trackingbms.web.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long each page of a client with 1000 batteries takes, one request after the other. */
final class PagesMode implements Mode {

  private static final int WARM_UP = 60;
  private static final int REQUESTS = 30;
  private static final int STORED = 4_000;

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient client = bench.client("viewed", 1000);
    PortalPosts posts = PortalPosts.fresh(bench, client, client.next(STORED), 100, 8);
    posts.run();
    posts.check();
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("dashboard", "");
    pages.put("list of 25", "/batteries?size=25");
    pages.put("list of 100", "/batteries?size=100");
    pages.put("list, searched and sorted", "/batteries?q=b-9&sort=-soc");
    pages.put("battery", "/batteries/" + client.batteries().get(0).uid());
    for (Map.Entry<String, String> page : pages.entrySet()) {
      byte[] request = Requests.page("/c/viewed" + page.getValue(), client.key());
      List<Double> medians = new ArrayList<>();
      millis(bench, request, WARM_UP);
      for (int round = 0; round < bench.rounds(); round++) {
        medians.add(millis(bench, request, REQUESTS));
      }
      bench.ledger().goal(Goal.figure(name(), page.getKey(), "ms", medians, Optional.empty()));
    }
  }

  private static double millis(Bench bench, byte[] request, int count) throws IOException {
    try (LoadClient load = new LoadClient(bench.portal(), 1)) {
      return load.send(Collections.nCopies(count, request)).millis(0.5);
    }
  }
}
