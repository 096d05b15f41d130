package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import java.text.CollationKey;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A client's batteries that are not retired, prepared for lists: comparing names as French readers
 * expect is slow, so it is done when the batteries change and not at each question.
 */
final class Catalogue {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private final List<Battery> source;
  private final List<Entry> entries;

  /**
   * @param source all batteries, in any order
   */
  Catalogue(List<Battery> source) {
    this.source = source;
    List<Battery> listed =
        source.stream().filter(b -> b.status() != BatteryStatus.RETIRED).toList();
    Collator collator = Collator.getInstance(Locale.CANADA_FRENCH);
    Map<String, CollationKey> keys = new HashMap<>();
    Comparator<Battery> byName =
        Comparator.comparing(b -> keys.computeIfAbsent(b.name(), collator::getCollationKey));
    Comparator<Battery> byPlace =
        Comparator.comparing(
            b -> keys.computeIfAbsent(b.place().name(), collator::getCollationKey));
    Comparator<Battery> byId = Comparator.comparingLong(Battery::id);
    Comparator<Battery> byType =
        Comparator.comparing(b -> keys.computeIfAbsent(b.type().name(), collator::getCollationKey));
    Map<Long, Integer> nameRanks = ranks(listed, byName.thenComparing(byPlace).thenComparing(byId));
    Map<Long, Integer> placeRanks =
        ranks(listed, byPlace.thenComparing(byName).thenComparing(byId));
    Map<Long, Integer> groupRanks =
        ranks(listed, byPlace.thenComparing(byType).thenComparing(byName).thenComparing(byId));
    entries =
        listed.stream()
            .map(
                b ->
                    entry(b, nameRanks.get(b.id()), placeRanks.get(b.id()), groupRanks.get(b.id())))
            .sorted(Comparator.comparingInt(Entry::byPlace))
            .toList();
  }

  private static Map<Long, Integer> ranks(List<Battery> batteries, Comparator<Battery> order) {
    List<Battery> sorted = new ArrayList<>(batteries);
    sorted.sort(order);
    Map<Long, Integer> ranks = new HashMap<>();
    sorted.forEach(battery -> ranks.put(battery.id(), ranks.size()));
    return ranks;
  }

  private static Entry entry(Battery b, int byName, int byPlace, int byGroup) {
    String text =
        String.join(
            "\n",
            b.name(),
            b.code(),
            b.serialNumber(),
            b.place().name(),
            b.type().name(),
            String.join("\n", b.details().tags()),
            String.join("\n", b.details().fields().values()));
    String placeType = b.type().uid() + "." + b.place().uid();
    return new Entry(b, folded(text), placeType, byName, byPlace, byGroup);
  }

  /** Without case and accents. */
  static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Whether it was made of these. */
  boolean isOf(List<Battery> batteries) {
    return source.equals(batteries);
  }

  /** By place, then name. */
  List<Entry> entries() {
    return entries;
  }
}
