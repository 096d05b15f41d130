package ca.edsquebec.trackingbms.web.keys;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * With which batteries, as people choose and read it: all that they see, those of a place or a
 * type, or some by their codes.
 */
public final class AccessText {

  private static final String PLACE = "place:";
  private static final String TYPE = "type:";
  private static final int SHOWN = 4;

  private final List<Battery> seen;

  AccessText(BatteryDirectory batteries, Viewer viewer) {
    this.seen = batteries.all(viewer);
  }

  /** What may be chosen besides all: value and name, places first. */
  public Map<String, String> choices(String kind) {
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Battery battery : seen) {
      Place place = battery.place();
      BatteryType type = battery.type();
      byName.put(
          kind.equals("place") ? place.name() : type.name(),
          kind.equals("place") ? PLACE + place.uid() : TYPE + type.uid());
    }
    return byName;
  }

  /**
   * What a form with the fields {@code access} and {@code batteries} says.
   *
   * @param own what its sender sees
   * @throws InvalidException of the field {@code batteries} when there is no such battery
   */
  BatteryAccess chosen(Form form, BatteryAccess own) {
    String codes = form.value("batteries");
    if (!codes.isEmpty()) {
      return BatteryAccess.batteries(
          Arrays.stream(codes.split("[\\s,;]+"))
              .filter(code -> !code.isEmpty())
              .map(this::uid)
              .collect(Collectors.toSet()));
    }
    String chosen = form.value("access");
    if (chosen.startsWith(PLACE)) {
      return BatteryAccess.places(Set.of(chosen.substring(PLACE.length())));
    }
    return chosen.startsWith(TYPE)
        ? BatteryAccess.types(Set.of(chosen.substring(TYPE.length())))
        : own;
  }

  private String uid(String code) {
    return seen.stream()
        .filter(battery -> battery.code().equals(code))
        .map(Battery::uid)
        .findFirst()
        .orElseThrow(() -> new InvalidException("batteries", code));
  }

  /** In words, by names as they are now; what is gone, or not the reader's to see, is left out. */
  String words(BatteryAccess access, Texts texts) {
    return switch (access.kind()) {
      case ALL -> texts.of("access.all");
      case PLACES -> names(access, texts, b -> b.place().uid(), b -> b.place().name());
      case TYPES -> names(access, texts, b -> b.type().uid(), b -> b.type().name());
      case BATTERIES -> names(access, texts, Battery::uid, Battery::code);
    };
  }

  private String names(
      BatteryAccess access,
      Texts texts,
      Function<Battery, String> uid,
      Function<Battery, String> name) {
    List<String> names =
        seen.stream()
            .filter(battery -> access.uids().contains(uid.apply(battery)))
            .map(name)
            .distinct()
            .sorted()
            .toList();
    if (names.isEmpty()) {
      return texts.of("access.none");
    }
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return names.size() <= SHOWN
        ? shown
        : shown + " " + texts.of("access.more", names.size() - SHOWN);
  }
}
