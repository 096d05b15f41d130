package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.BatteryAccess.Kind;
import ca.edsquebec.trackingbms.web.page.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The scopes that a form offers: no others than the giver may give.
 *
 * @param groups the kinds among which to choose one
 */
public record ScopePicker(List<Group> groups) {

  /** One thing of a kind. */
  public record Option(String uid, String name) {}

  /**
   * @param kind as in addresses and JSON: {@code all}, {@code types} …
   * @param options empty for all
   */
  public record Group(String kind, List<Option> options) {}

  static ScopePicker of(ScopeNames names, BatteryAccess mine) {
    List<Group> groups =
        Arrays.stream(Kind.values())
            .filter(kind -> mine.isAll() || kind == mine.kind())
            .map(kind -> new Group(ScopeNames.word(kind), options(names, kind, mine)))
            .filter(group -> group.kind().equals("all") || !group.options().isEmpty())
            .toList();
    return new ScopePicker(groups);
  }

  private static List<Option> options(ScopeNames names, Kind kind, BatteryAccess mine) {
    return names.of(kind).entrySet().stream()
        .filter(entry -> mine.isAll() || mine.uids().contains(entry.getKey()))
        .map(entry -> new Option(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** What was chosen; empty when nothing was, or what was not offered. */
  Optional<BatteryAccess> chosen(String kind, List<String> uids) {
    Optional<Group> group = groups.stream().filter(one -> one.kind().equals(kind)).findFirst();
    if (group.isEmpty()) {
      return Optional.empty();
    }
    if (kind.equals("all")) {
      return Optional.of(BatteryAccess.ALL);
    }
    List<String> offered = group.get().options().stream().map(Option::uid).toList();
    return uids.isEmpty() || uids.size() > BatteryAccess.MAX_UIDS || !offered.containsAll(uids)
        ? Optional.empty()
        : Optional.of(
            new BatteryAccess(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), Set.copyOf(uids)));
  }

  /** As {@link #chosen(String, List)}, of a form that shows this. */
  Optional<BatteryAccess> chosen(Form form) {
    String kind = form.value("scope");
    return chosen(kind, form.chosen("scope-" + kind));
  }

  /** A form on which a scope is chosen already. */
  static Form with(Form form, BatteryAccess access) {
    String kind = ScopeNames.word(access.kind());
    return form.with("scope", kind).with("scope-" + kind, access.uids().toArray(String[]::new));
  }
}
