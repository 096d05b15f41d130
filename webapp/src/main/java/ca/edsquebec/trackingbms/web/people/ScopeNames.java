package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.BatteryAccess.Kind;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the viewer calls types, places and batteries: only those that he may see have a name. */
public final class ScopeNames {

  private final Map<Kind, Map<String, String>> names = new EnumMap<>(Kind.class);

  public ScopeNames(Fleet fleet, BatteryDirectory directory, Viewer viewer) {
    Map<String, String> types = new LinkedHashMap<>();
    fleet.types(viewer).forEach(type -> types.put(type.uid(), type.name()));
    Map<String, String> places = new LinkedHashMap<>();
    fleet.places(viewer).forEach(place -> places.put(place.uid(), place.name()));
    Map<String, String> batteries = new LinkedHashMap<>();
    directory.all(viewer).stream()
        .filter(battery -> battery.status() != BatteryStatus.RETIRED)
        .sorted(Comparator.comparing(Battery::name, String.CASE_INSENSITIVE_ORDER))
        .forEach(battery -> batteries.put(battery.uid(), named(battery)));
    names.put(Kind.TYPES, types);
    names.put(Kind.PLACES, places);
    names.put(Kind.BATTERIES, batteries);
  }

  /** The name and, where it says more, the code. */
  public static String named(Battery battery) {
    return battery.name().equals(battery.code())
        ? battery.name()
        : battery.name() + " (" + battery.code() + ")";
  }

  /** By uid, in the order in which they are shown. */
  Map<String, String> of(Kind kind) {
    return names.getOrDefault(kind, Map.of());
  }

  /** Such as "Lieux : Laval, Québec"; what has no name for this viewer is counted. */
  public String text(BatteryAccess access, Texts texts) {
    String kind = word(access.kind());
    if (access.isAll()) {
      return texts.of("people.scope." + kind);
    }
    List<String> known =
        of(access.kind()).entrySet().stream()
            .filter(entry -> access.uids().contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    int others = access.uids().size() - known.size();
    String all = String.join(", ", known);
    String list =
        others == 0
            ? all
            : all + (all.isEmpty() ? "" : ", ") + texts.of("people.scope-others", others);
    return texts.of("people.scope-of", texts.of("people.scope." + kind), list);
  }

  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
