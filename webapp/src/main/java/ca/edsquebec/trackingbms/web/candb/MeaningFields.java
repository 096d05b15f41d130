package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.connector.dbc.DbcMapping;
import ca.edsquebec.trackingbms.web.candb.Signals.Place;
import ca.edsquebec.trackingbms.web.page.Form;
import java.util.Set;

/**
 * A meaning as fields of a form: what it is, the number of the cell or sensor as people count, and
 * whether the sign turns.
 */
final class MeaningFields {

  /** Kinds that come with a number. */
  static final Set<String> NUMBERED = Set.of("cell", "temperature", "balancing");

  /** A number that is kept under the signal's own name. */
  static final String ITSELF = "itself";

  private static final String ON = "on";

  private MeaningFields() {}

  static String kind(Place place) {
    return "m" + place.number();
  }

  static String number(Place place) {
    return "n" + place.number();
  }

  static String inverted(Place place) {
    return "i" + place.number();
  }

  /**
   * @param meaning empty for none
   */
  static Form with(Form form, Place place, String meaning) {
    boolean inverted = meaning.startsWith("!");
    String bare = inverted ? meaning.substring(1) : meaning;
    int slash = bare.indexOf('/');
    boolean numbered = slash > 0 && NUMBERED.contains(bare.substring(0, slash));
    String kind = numbered ? bare.substring(0, slash) : bare.startsWith("+") ? ITSELF : bare;
    Form filled = form.with(kind(place), kind);
    if (numbered) {
      int index = Integer.parseInt(bare.substring(slash + 1));
      filled = filled.with(number(place), Integer.toString(index + 1));
    }
    return inverted ? filled.with(inverted(place), ON) : filled;
  }

  /** Empty for none. Whether it can be, is another question. */
  static String meaning(Form form, Place place) {
    String kind = form.value(kind(place));
    if (kind.isEmpty()) {
      return "";
    }
    String bare = kind;
    if (kind.equals(ITSELF)) {
      bare = DbcMapping.asItself(place.signal());
    } else if (NUMBERED.contains(kind)) {
      bare = kind + "/" + index(form.value(number(place)));
    }
    return (form.has(inverted(place), ON) ? "!" : "") + bare;
  }

  // From 1 as people count; what is no number makes a meaning that is refused.
  private static String index(String number) {
    return number.matches("\\d{1,3}") ? Integer.toString(Integer.parseInt(number) - 1) : "?";
  }
}
