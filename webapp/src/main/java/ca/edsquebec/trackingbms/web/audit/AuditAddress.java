package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.platform.InvalidException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Filters as they stand in an address: {@code actor} ({@code user:12}), {@code action} ({@code
 * sign-in}), {@code object}, {@code from} and {@code to} (days, both included, as the client's zone
 * counts them), {@code before} (a number of an entry). What is empty is not looked at. On a page,
 * actor and object may be typed as people call them: {@link Typed}.
 */
record AuditAddress(
    String actor, String action, String object, String from, String to, String before) {

  private static final int LONGEST = 200;

  /** So much of what was typed is quoted. */
  private static final int QUOTED = 40;

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  static AuditAddress of(MultivaluedMap<String, String> asked) {
    return new AuditAddress(
        text(asked, "actor"),
        text(asked, "action"),
        text(asked, "object"),
        text(asked, "from"),
        text(asked, "to"),
        text(asked, "before"));
  }

  private static String text(MultivaluedMap<String, String> asked, String name) {
    String text = asked.getFirst(name);
    return text == null ? "" : text.strip();
  }

  /**
   * @throws InvalidException naming the part that is none
   */
  AuditQuery query(ZoneId zone, int limit) {
    return new AuditQuery(
        actor.isEmpty() ? Optional.empty() : Optional.of(actor(actor)),
        what(),
        thing(),
        day("from", from).map(day -> day.atStartOfDay(zone).toInstant()),
        day("to", to).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
        before.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number()),
        limit);
  }

  /** The same about that actor and object. */
  AuditAddress about(String otherActor, String otherObject) {
    return new AuditAddress(otherActor, action, otherObject, from, to, before);
  }

  /**
   * @param text as {@code user:12}
   * @throws InvalidException when there are none of that kind
   */
  static Actor actor(String text) {
    Ref ref = Ref.of(text);
    return new Actor(
        Arrays.stream(Actor.Kind.values())
            .filter(known -> word(known).equals(ref.kind()))
            .findFirst()
            .orElseThrow(() -> new InvalidException("actor", "nobody is called so: " + ref.kind())),
        ref.id(),
        "");
  }

  private Optional<Action> what() {
    return action.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Arrays.stream(Action.values())
                .filter(known -> word(known).equals(action))
                .findFirst()
                .orElseThrow(() -> new InvalidException("action", "no such action: " + action)));
  }

  private Optional<String> thing() {
    if (object.length() > LONGEST) {
      throw new InvalidException(
          "object", "longer than %d characters: no object is called so".formatted(LONGEST));
    }
    return object.isEmpty() ? Optional.empty() : Optional.of(object);
  }

  private static Optional<LocalDate> day(String name, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      // The database knows no others.
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return Optional.of(day);
      }
    } catch (DateTimeException noDay) {
      throw noDay(name, text);
    }
    throw noDay(name, text);
  }

  private static InvalidException noDay(String name, String text) {
    String quoted = text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text;
    return new InvalidException(
        name,
        "\"%s\" is no day like 2026-11-22 of the years %d to %d"
            .formatted(quoted, FIRST_YEAR, LAST_YEAR));
  }

  private long number() {
    if (!before.matches("\\d{1,18}")) {
      throw new InvalidException("before", "\"" + before + "\" is no number of an entry");
    }
    return Long.parseLong(before);
  }

  /** How many filters narrow the list. */
  int filters() {
    return (int)
        List.of(actor, action, object, from, to).stream().filter(it -> !it.isEmpty()).count();
  }

  /** The query of the address, with its question mark; from the first page on. */
  String link() {
    return link("");
  }

  String link(String beforeEntry) {
    List<String> parts = new ArrayList<>();
    add(parts, "actor", actor);
    add(parts, "action", action);
    add(parts, "object", object);
    add(parts, "from", from);
    add(parts, "to", to);
    add(parts, "before", beforeEntry);
    return "?" + String.join("&", parts);
  }

  private static void add(List<String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /** Lower case with hyphens, as in addresses, JSON and texts. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
