package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.List;
import java.util.Map;

/**
 * An entry in words.
 *
 * @param at in epoch milliseconds
 * @param actor as a filter, {@code user:12}
 * @param who the person's name as it is now
 * @param link of the object's page behind the client's address; empty when it has none
 */
public record AuditRow(
    long seq,
    long at,
    String actor,
    String who,
    String action,
    String object,
    String link,
    String address,
    List<Diff> diffs) {

  static AuditRow of(Entry entry, Map<Long, String> names, Texts texts) {
    Actor actor = entry.actor();
    return new AuditRow(
        entry.seq(),
        entry.at().toEpochMilli(),
        filter(actor),
        who(actor, names, texts),
        texts.of("audit.action." + AuditAddress.word(entry.change().action())),
        entry.change().object(),
        link(entry.change().object()),
        actor.address(),
        Diff.of(entry.change()));
  }

  /** Actors as addresses name them. */
  static String filter(Actor actor) {
    String kind = AuditAddress.word(actor.kind());
    return actor.id().isEmpty() ? kind : kind + ":" + actor.id();
  }

  private static String who(Actor actor, Map<Long, String> names, Texts texts) {
    if (actor.kind() != Actor.Kind.USER) {
      return texts.of("audit.actor." + AuditAddress.word(actor.kind()), actor.id());
    }
    String name = actor.id().matches("\\d{1,18}") ? names.get(Long.valueOf(actor.id())) : null;
    return name == null ? texts.of("audit.actor.user", actor.id()) : name;
  }

  private static String link(String object) {
    return object.matches("battery:[a-z0-9]{1,40}")
        ? "/batteries/" + object.substring("battery:".length())
        : "";
  }
}
