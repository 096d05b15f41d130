package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.PersonName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Actors and objects as people type them: an e-mail address, the name of a key or of a battery, or
 * its code. What an entry itself says ({@code user:12}) is taken as well.
 */
final class Typed {

  /** No entry's actor: finds nothing. */
  private static final String NOBODY = "user:nobody";

  private static final List<String> ACTORS = List.of("key", "share");
  private static final List<String> OBJECTS =
      List.of("battery", "place", "field", "key", "share", "role", "client");

  private static final Set<String> ALONE = Set.of("audit", "incidents", "registry");

  private final ChainNames names;

  Typed(ChainNames names) {
    this.names = names;
  }

  /** As entries name it; a name that nobody has finds nothing. */
  AuditAddress meant(AuditAddress asked) {
    return asked.about(
        isActor(asked.actor()) ? asked.actor() : ref(asked.actor(), ACTORS).orElse(NOBODY),
        isObject(asked.object())
            ? asked.object()
            : ref(asked.object(), OBJECTS).orElse(asked.object()));
  }

  private static boolean isActor(String text) {
    return text.isEmpty()
        || Arrays.stream(Actor.Kind.values())
            .map(AuditAddress::word)
            .anyMatch(Ref.of(text).kind()::equals);
  }

  private static boolean isObject(String text) {
    return text.isEmpty() || text.matches("[a-z]+:[^@\\s]+") || ALONE.contains(text);
  }

  private Optional<String> ref(String text, List<String> kinds) {
    if (text.contains("@")) {
      return names.find(text).map(id -> "user:" + id);
    }
    return kinds.stream().flatMap(kind -> refs(kind, text)).findFirst();
  }

  private Stream<String> refs(String kind, String text) {
    return names.all(kind).entrySet().stream()
        .filter(named -> isCalled(named.getValue(), text))
        .map(Map.Entry::getKey)
        .map(id -> new Ref(kind, id).toString());
  }

  /** Batteries are called {@code name (code)}. */
  private static boolean isCalled(String name, String text) {
    String all = name.toLowerCase(Locale.ROOT);
    String part = text.toLowerCase(Locale.ROOT);
    return all.equals(part) || all.startsWith(part + " (") || all.endsWith(" (" + part + ")");
  }

  /** What a field shows of that: a name that leads back to it, else what stands there. */
  String shown(String asked) {
    Ref ref = Ref.of(asked);
    Optional<String> name =
        ref.kind().equals("user")
            ? names.look(ref.id()).map(PersonName::email).filter(email -> !email.isEmpty())
            : names.name(ref.kind(), ref.id());
    return name.filter(it -> ref(it, OBJECTS).filter(asked::equals).isPresent()).orElse(asked);
  }
}
