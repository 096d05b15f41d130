package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.PersonName;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.Map;
import java.util.Set;

/** Who did it, and to what, in words. */
public final class EntryWords {

  /** What is there once. */
  private static final Map<String, String> ALONE =
      Map.of(
          "audit", "nav.audit",
          "keys:data", "audit.object.data-keys",
          "keys:master", "audit.object.master-key",
          "registry", "audit.object.registry",
          "incidents", "nav.platform-incidents");

  /** Kinds of things, each with its text {@code audit.object.KIND}. */
  public static final Set<String> KINDS =
      Set.of(
          "battery",
          "can-database",
          "client",
          "field",
          "gateway",
          "incident",
          "invitation",
          "job",
          "key",
          "place",
          "role",
          "share");

  private final ChainNames names;
  private final Texts texts;

  EntryWords(ChainNames names, Texts texts) {
    this.names = names;
    this.texts = texts;
  }

  Named who(Actor actor) {
    return switch (actor.kind()) {
      case USER -> person(actor.id());
      case KEY -> thing(new Ref("key", actor.id()));
      case SHARE -> thing(new Ref("share", actor.id()));
      default -> Named.of(texts.of("audit.actor." + AuditAddress.word(actor.kind()), actor.id()));
    };
  }

  /** What no version of this program names is told as it stands there. */
  Named object(String object) {
    Ref ref = Ref.of(object);
    if (ALONE.containsKey(object)) {
      return Named.of(texts.of(ALONE.get(object)));
    }
    if (ref.kind().equals("user")) {
      return person(ref.id());
    }
    return KINDS.contains(ref.kind()) && !ref.id().isEmpty() ? thing(ref) : Named.of(object);
  }

  private Named person(String id) {
    if (ChainNames.number(id).isEmpty()) {
      return Named.of(texts.of("audit.person.none"));
    }
    return names
        .person(id)
        .map(known -> person(id, known))
        .orElseGet(() -> Named.of(texts.of("audit.person.erased", id)));
  }

  private Named person(String id, PersonName known) {
    return switch (known.standing()) {
      case KNOWN -> new Named(known.name(), known.email());
      case PLATFORM -> new Named(known.name(), texts.of("audit.person.platform"));
      case ELSEWHERE -> Named.of(texts.of("audit.person.elsewhere", id));
    };
  }

  private Named thing(Ref ref) {
    String kind = texts.of("audit.object." + ref.kind());
    if (ref.kind().equals("invitation")) {
      return names
          .invited(ref.id())
          .map(email -> new Named(email, kind))
          .orElseGet(() -> new Named(texts.of("audit.object.number", ref.id()), kind));
    }
    if (ref.kind().equals("incident")) {
      return new Named(texts.of("audit.object.number", ref.id()), kind);
    }
    boolean all = ref.equals(new Ref("field", "*"));
    return all
        ? Named.of(texts.of("fields.title"))
        : new Named(names.name(ref.kind(), ref.id()).orElse(ref.id()), kind);
  }
}
