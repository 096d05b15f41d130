package ca.edsquebec.trackingbms.web.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The texts of one language, as their file has them. */
final class Bundle {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  /** As devices have them; no rule of writing is for these. */
  private static final Pattern ADDRESS = Pattern.compile("[a-z-]+://[^\\s,]+");

  /** What nobody should write, whatever the language, and why. */
  private static final Map<String, String> WRONG =
      Map.of(
          "'", "write ’: MessageFormat takes a straight apostrophe for a quotation mark",
          "\"", "write « » or “ ”",
          "\\.\\.\\.", "write …",
          "^\\s|\\s$|  ", "a space too many",
          "[\\s\\u00a0\\u202f][;!?]", "no space before ; ! ?",
          "[\\d}] (s|min|h|V|A|kW|kWh|Ah|mV|°C|%)(?![\\p{L}\\d])",
              "a no-break space (\\u00a0) before a unit");

  private static final Map<String, String> WRONG_IN_FRENCH =
      Map.of(
          "(?<=[^\\u00a0\\d]):|[^\\u00a0]»|«[^\\u00a0]",
          "a no-break space (\\u00a0) before : and », and after «");

  private static final Map<String, String> WRONG_IN_ENGLISH =
      Map.of("[\\s\\u00a0]:|[«»]", "no space before a colon, and “ ”");

  private final Locale locale;
  private final Map<String, String> texts = new TreeMap<>();
  private final Set<String> repeated = new TreeSet<>();

  Bundle(Locale locale, String source) {
    this.locale = locale;
    // Of two lines with the same key, Properties keeps the last without a word.
    Properties lines =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            if (texts.put((String) key, (String) value) != null) {
              repeated.add((String) key);
            }
            return null;
          }
        };
    try {
      lines.load(new StringReader(source));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Bundle french() {
    return new Bundle(Locale.CANADA_FRENCH, Sources.read("src/main/resources/texts.properties"));
  }

  static Bundle english() {
    return new Bundle(Locale.CANADA, Sources.read("src/main/resources/texts_en.properties"));
  }

  Set<String> keys() {
    return texts.keySet();
  }

  String text(String key) {
    return texts.get(key);
  }

  /** The numbers of the values that go into it. */
  Set<Integer> places(String key) {
    Set<Integer> places = new TreeSet<>();
    PLACE.matcher(text(key)).results().forEach(it -> places.add(Integer.valueOf(it.group(1))));
    return places;
  }

  /** What is wrong in writing, each in a sentence. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    repeated.forEach(key -> complaints.add(key + ": stands there twice"));
    Map<String, String> wrong = new LinkedHashMap<>(WRONG);
    wrong.putAll(locale.getLanguage().equals("fr") ? WRONG_IN_FRENCH : WRONG_IN_ENGLISH);
    texts.forEach(
        (key, text) -> {
          if (!key.matches("[a-z]+(\\.[A-Za-z0-9_-]+)+")) {
            complaints.add(key + ": is no key");
          }
          checkForm(key, text, complaints);
          wrong.forEach((pattern, why) -> check(key, text, pattern, why, complaints));
        });
    return complaints;
  }

  private void checkForm(String key, String text, List<String> complaints) {
    if (text.isBlank()) {
      complaints.add(key + ": is empty");
    }
    try {
      new MessageFormat(text, locale);
    } catch (IllegalArgumentException e) {
      complaints.add(key + ": " + e.getMessage());
    }
  }

  private static void check(
      String key, String text, String pattern, String why, List<String> complaints) {
    String prose = ADDRESS.matcher(text).replaceAll("address");
    for (MatchResult found : Pattern.compile(pattern).matcher(prose).results().toList()) {
      complaints.add("%s: “%s”: %s".formatted(key, found.group(), why));
    }
  }
}
