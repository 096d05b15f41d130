package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Arrivals;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * A round of posts to the portal, each with a key and judged as any other, and answered after the
 * commit. Afterwards what was acknowledged must be in the tables, no more and no less.
 */
final class PortalPosts implements Way.Round {

  private final List<BenchClient> clients;
  private final List<byte[]> posts;
  private final long fresh;
  private final long repeated;
  private final LoadClient load;
  private final long before;
  private Answers answers;

  /**
   * @param clients whose samples are posted
   * @param fresh how many samples the portal does not have yet
   * @param repeated how many it has
   */
  PortalPosts(
      Bench bench,
      List<BenchClient> clients,
      List<byte[]> posts,
      int connections,
      long fresh,
      long repeated)
      throws IOException, SQLException {
    this.clients = clients;
    this.posts = posts;
    this.fresh = fresh;
    this.repeated = repeated;
    load = new LoadClient(bench.portal(), connections);
    before = stored();
  }

  /**
   * All of them new to the portal.
   *
   * @param size samples a post
   */
  static PortalPosts fresh(
      Bench bench, BenchClient client, Arrivals arrivals, int size, int connections)
      throws IOException, SQLException {
    List<byte[]> posts = Requests.posts(client, arrivals, size);
    return new PortalPosts(bench, List.of(client), posts, connections, arrivals.size(), 0);
  }

  /** All of them stored before. */
  static PortalPosts repeated(
      Bench bench, BenchClient client, Arrivals arrivals, int size, int connections)
      throws IOException, SQLException {
    List<byte[]> posts = Requests.posts(client, arrivals, size);
    return new PortalPosts(bench, List.of(client), posts, connections, 0, arrivals.size());
  }

  private long stored() throws SQLException {
    long stored = 0;
    for (BenchClient client : clients) {
      stored += client.count(client.samples());
    }
    return stored;
  }

  @Override
  public long run() throws IOException {
    answers = load.send(posts);
    return answers.accepted() + answers.duplicates();
  }

  @Override
  public void check() throws IOException, SQLException {
    load.close();
    Check.same("samples acknowledged as new", answers.accepted(), fresh);
    Check.same("samples acknowledged as known", answers.duplicates(), repeated);
    Check.same("samples in the tables", stored() - before, fresh);
  }
}
