package ca.edsquebec.trackingbms.jobs.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The clients of a share, one after another; goes on where it stood. */
public final class ClientReader extends AbstractItemReader {

  private final RunState run;
  private final Deque<String> rest = new ArrayDeque<>();

  /** What was tried, now or before this attempt; without what was done before it. */
  private final Set<String> seen = new LinkedHashSet<>();

  private String last = "";

  @Inject @BatchProperty String share;

  @Inject @BatchProperty String shares;

  ClientReader(RunState run) {
    this.run = run;
  }

  @Override
  public void open(Serializable checkpoint) {
    Checkpoint from = checkpoint == null ? Checkpoint.BEGINNING : (Checkpoint) checkpoint;
    last = from.last();
    List<String> mine =
        run.clients().stream()
            .filter(
                client ->
                    ClientPartitions.isIn(
                        client, Integer.parseInt(share), Integer.parseInt(shares)))
            .toList();
    rest.addAll(from.rest(mine));
    from.failed().stream().filter(rest::contains).forEach(seen::add);
  }

  /**
   * @throws IllegalStateException at the end when some failed: the share is then not done, and a
   *     restart tries those again
   */
  @Override
  public String readItem() {
    String client = rest.poll();
    if (client == null) {
      List<String> failed = failed();
      if (!failed.isEmpty()) {
        throw new IllegalStateException("not done for " + String.join(", ", failed));
      }
    } else {
      seen.add(client);
      last = client.compareTo(last) > 0 ? client : last;
    }
    return client;
  }

  @Override
  public Checkpoint checkpointInfo() {
    return new Checkpoint(last, new ArrayList<>(failed()));
  }

  /** Of those that were tried now, and of those from before that were not yet tried again. */
  private List<String> failed() {
    List<String> failed = new ArrayList<>();
    seen.stream()
        .filter(client -> run.failed(client) || rest.contains(client))
        .forEach(failed::add);
    return failed;
  }
}
