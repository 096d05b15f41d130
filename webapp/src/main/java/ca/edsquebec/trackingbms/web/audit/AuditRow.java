package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Actor;
import java.util.List;

/**
 * An entry in words.
 *
 * @param at in epoch milliseconds
 * @param actor as a filter, {@code user:12}
 * @param who what the actor is called now
 * @param object as a filter, {@code battery:ab12cd34}
 * @param what what the object is called now
 * @param link of the object's page behind the client's address; empty when it has none
 * @param address where the request came from; empty when from the command line
 */
public record AuditRow(
    long seq,
    long at,
    String actor,
    Named who,
    String action,
    String object,
    Named what,
    String link,
    String address,
    List<Diff> diffs) {

  /** Actors as addresses name them. */
  static String filter(Actor actor) {
    return new Ref(AuditAddress.word(actor.kind()), actor.id()).toString();
  }

  /** Whether there is anything to compare: not where something is new, or gone. */
  public boolean isChanged() {
    return diffs.stream().anyMatch(diff -> !diff.before().isEmpty())
        && diffs.stream().anyMatch(diff -> !diff.after().isEmpty());
  }

  /** Whether all that is told is gone. */
  public boolean isGone() {
    return diffs.stream().allMatch(diff -> diff.after().isEmpty());
  }
}
