package ca.edsquebec.trackingbms.overview;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/** The order of names as French readers expect it; for few names, since it is slow. */
final class Names {

  private Names() {}

  static <T> Comparator<T> by(Function<T, String> name) {
    // One for each sort: a collator is not made for several threads.
    Collator collator = Collator.getInstance(Locale.CANADA_FRENCH);
    return (a, b) -> collator.compare(name.apply(a), name.apply(b));
  }
}
