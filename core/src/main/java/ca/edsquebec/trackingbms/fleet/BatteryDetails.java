package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a client says of a battery in words of its own.
 *
 * @param tags free words, normalised, in their order: lower case, single spaces
 * @param fields values of custom fields by the field's code; what has no value is not there
 */
public record BatteryDetails(List<String> tags, Map<String, String> fields) {

  public static final BatteryDetails NONE = new BatteryDetails(List.of(), Map.of());

  /** As many tags a battery may have. */
  public static final int MAX_TAGS = 20;

  /** Characters of a tag. */
  public static final int MAX_TAG_LENGTH = 40;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  public BatteryDetails {
    tags = List.copyOf(tags);
    fields = Map.copyOf(fields);
  }

  /**
   * As somebody wrote them: tags are normalised and each is kept once; fields without a value are
   * left out. Whether the fields exist and hold such values is checked when they are stored.
   *
   * @throws InvalidException when there are too many tags, or one is too long or has a comma
   */
  public static BatteryDetails of(Collection<String> tags, Map<String, String> fields) {
    TreeSet<String> normalised = new TreeSet<>();
    tags.stream().map(BatteryDetails::tag).filter(tag -> !tag.isEmpty()).forEach(normalised::add);
    if (normalised.size() > MAX_TAGS) {
      throw new InvalidException(
          "tags", "%d tags; allowed: %d".formatted(normalised.size(), MAX_TAGS));
    }
    return new BatteryDetails(List.copyOf(normalised), fields);
  }

  /** A tag as it is kept; empty when nothing is left of it. */
  public static String tag(String text) {
    String one = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
    String tag = one.strip().toLowerCase(Locale.ROOT);
    // A comma is what people write between tags.
    if (tag.length() > MAX_TAG_LENGTH
        || tag.indexOf(',') >= 0
        || tag.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidException(
          "tags",
          "tag \"%s\" is too long or has a comma; allowed: up to %d characters"
              .formatted(FleetText.shortened(tag, MAX_TAG_LENGTH), MAX_TAG_LENGTH));
    }
    return tag;
  }
}
