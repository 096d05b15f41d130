package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out which battery somebody means who knows names of his own: by its code, or by its code as
 * it is written in small letters, digits and underscores. A key for one battery means that one
 * where nothing names another. For one request; not for use by several threads.
 */
public final class Addressing {

  /** How long a name of a sender is quoted. */
  private static final int QUOTED = 60;

  private static final int MAX_KNOWN = 10_000;

  /** No battery's code is longer, nor is one written in small letters, digits and underscores. */
  private static final int MAX_CODE = 40;

  private final BatteryDirectory directory;
  private final TenantId tenant;
  private final BatteryScope scope;
  private final Map<String, Optional<Battery>> known = new HashMap<>();

  /** What the sender called the one battery of its key; null before the first time. */
  private String onlyOne;

  /**
   * @param scope for which batteries the sender may send
   */
  public Addressing(BatteryDirectory directory, TenantId tenant, BatteryScope scope) {
    this.directory = directory;
    this.tenant = tenant;
    this.scope = scope;
  }

  /**
   * A name that a sender uses, which may be a battery's.
   *
   * @param where it stands, for a message: {@code tag device}
   * @param telling whether different such names mean different devices
   */
  public record Name(String where, String text, boolean telling) {

    @Override
    public String toString() {
      String shown = text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text;
      return where + " \"" + shown + "\"";
    }
  }

  /**
   * The battery that the sender names as one of ours.
   *
   * @throws InvalidException when there is none of that name for this sender, or several
   */
  public Battery named(Name name) {
    return found(name)
        .orElseThrow(() -> invalid("%s: this key has no such battery".formatted(name)));
  }

  /**
   * The first of those names that is a battery's; when none is, the one battery of the key.
   *
   * @throws InvalidException when it can't be told which one is meant, saying what would tell
   */
  public Battery of(List<Name> names) {
    for (Name name : names) {
      Optional<Battery> found = found(name);
      if (found.isPresent()) {
        return found.get();
      }
    }
    String said = names.stream().map(Name::toString).collect(Collectors.joining(", "));
    return only()
        .map(battery -> requireTheSame(battery, names))
        .orElseThrow(
            () ->
                invalid(
                    "no battery is called so (%s): tell the battery's code, or use a key that is for"
                            .formatted(said.isEmpty() ? "it has no name" : said)
                        + " one battery"));
  }

  /**
   * The battery that a name of several words begins with, such as {@code pack1_total_voltage}.
   *
   * @param plain small letters, digits and underscores
   * @return empty when no battery of this sender is called so
   */
  public Optional<Prefixed> beginning(String plain) {
    for (int at = plain.lastIndexOf('_', MAX_CODE); at > 0; at = plain.lastIndexOf('_', at - 1)) {
      Optional<Battery> found = found(new Name("name", plain.substring(0, at), true));
      if (found.isPresent()) {
        return Optional.of(new Prefixed(found.get(), plain.substring(at + 1)));
      }
    }
    return Optional.empty();
  }

  /**
   * @param rest of the name, behind the battery's
   */
  public record Prefixed(Battery battery, String rest) {}

  // A request names few batteries, and each again and again.
  private Optional<Battery> found(Name name) {
    if (name.text().length() > MAX_CODE) {
      // Nor is it kept: a sender may write a name of megabytes.
      return Optional.empty();
    }
    Optional<Battery> before = known.get(name.text());
    if (before != null) {
      return before;
    }
    Optional<Battery> found = lookedUp(name);
    if (known.size() < MAX_KNOWN) {
      known.put(name.text(), found);
    }
    return found;
  }

  private Optional<Battery> lookedUp(Name name) {
    Optional<Battery> exact = directory.byCode(tenant, name.text()).filter(this::mayBeSentFor);
    if (exact.isPresent()) {
      return exact;
    }
    String slug = BatteryDirectory.slug(name.text());
    List<Battery> alike =
        directory.bySlug(tenant, slug).stream().filter(this::mayBeSentFor).toList();
    if (alike.size() > 1) {
      throw invalid(
          "%s may be any of %s: tell the battery's code as it is written"
              .formatted(name, alike.stream().map(Battery::code).sorted().toList()));
    }
    return alike.stream().findFirst();
  }

  private boolean mayBeSentFor(Battery battery) {
    return scope.includes(battery.id());
  }

  private Optional<Battery> only() {
    return scope.all() || scope.ids().size() != 1
        ? Optional.empty()
        : directory.byId(tenant, scope.ids().iterator().next());
  }

  // Two devices with the key of one battery: their values would be mixed.
  private Battery requireTheSame(Battery battery, List<Name> names) {
    String telling =
        names.stream().filter(Name::telling).map(Name::toString).collect(Collectors.joining(", "));
    if (onlyOne != null && !onlyOne.equals(telling)) {
      throw invalid(
          "%s: this key is for battery %s alone, and %s was taken for it"
              .formatted(
                  telling.isEmpty() ? "it has no name" : telling,
                  battery.code(),
                  onlyOne.isEmpty() ? "what has no name" : onlyOne));
    }
    onlyOne = telling;
    return battery;
  }

  private static InvalidException invalid(String message) {
    return new InvalidException("battery", message);
  }
}
