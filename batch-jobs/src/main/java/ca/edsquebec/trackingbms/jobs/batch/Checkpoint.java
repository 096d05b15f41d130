package ca.edsquebec.trackingbms.jobs.batch;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a share of the clients is done.
 *
 * @param last all up to this client were tried; empty at the beginning
 * @param failed those of them for which it failed
 */
record Checkpoint(String last, ArrayList<String> failed) implements Serializable {

  static final Checkpoint BEGINNING = new Checkpoint("", new ArrayList<>());

  /**
   * @param clients of the share, in their order
   * @return what is still to be done, what failed first
   */
  List<String> rest(List<String> clients) {
    List<String> rest = new ArrayList<>(clients.stream().filter(failed::contains).toList());
    rest.addAll(clients.stream().filter(client -> client.compareTo(last) > 0).toList());
    return rest;
  }
}
