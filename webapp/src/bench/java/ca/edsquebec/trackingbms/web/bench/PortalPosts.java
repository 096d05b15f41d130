package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Arrivals;
import java.util.List;

/**
 * A round of posts to the portal, each with a key and judged as any other, and answered after the
 * commit. Afterwards what was acknowledged must be in the table, no more and no less.
 */
final class PortalPosts implements Way.Round {

  private final BenchClient client;
  private final List<byte[]> posts;
  private final int fresh;
  private final int repeated;
  private final LoadClient load;
  private final long before;
  private Answers answers;

  /**
   * @param size samples a post
   * @param repeated how many of them the portal has already
   */
  PortalPosts(
      Bench bench, BenchClient client, Arrivals arrivals, int size, int connections, int repeated)
      throws Exception {
    this.client = client;
    this.repeated = repeated;
    fresh = arrivals.size() - repeated;
    posts = Requests.posts(client, arrivals, size);
    load = new LoadClient(bench.portal(), connections);
    before = client.count(client.samples());
  }

  @Override
  public long run() throws Exception {
    answers = load.send(posts);
    return answers.accepted() + answers.duplicates();
  }

  @Override
  public void check() throws Exception {
    load.close();
    long stored = client.count(client.samples()) - before;
    Check.same("samples acknowledged as new", answers.accepted(), fresh);
    Check.same("samples acknowledged as known", answers.duplicates(), repeated);
    Check.same("samples in the table", stored, fresh);
  }
}
