package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the signals of a CAN database seem to mean, by their names and units: a beginning for
 * somebody who knows the device, and no more than that. Stateless.
 */
public final class DbcProposals {

  /**
   * Unit, name in lower-case words, meaning; the first that fits counts. {@code N} is the number in
   * the name. Of several signals for one metric, the first of the file has it.
   */
  private static final List<Rule> RULES =
      rules(
          """
          V   .*\\binvalid\\b.*                                              -
          V   .*(\\bmin|lowest).*cell.*|.*cell.*(\\bmin|lowest).*            cellVoltageMin
          V   .*(\\bmax|highest).*cell.*|.*cell.*(\\bmax|highest).*          cellVoltageMax
          V   .*(\\bavg|average|mean).*cell.*|.*cell.*(\\bavg|average|mean).* cellVoltageAvg
          V   .*cell.*(delta|diff|spread|imbalance).*                        cellVoltageDelta
          V   .*\\bcell\\b\\D*(\\d+)( \\D*)?                                 cell/N
          V   .*discharg.*(limit|max|cut).*|.*(limit|max).*discharg.*        dischargeVoltageLimit
          V   .*charg.*(limit|max|cut).*|.*(limit|max).*charg.*              chargeVoltageLimit
          V   .*(pack|batt?(ery)?|total|system).*volt.*|.*volt.*(pack|batt?(ery)?|total|system).* packVoltage
          A   .*discharg.*(limit|max).*|.*(limit|max).*discharg.*            dischargeCurrentLimit
          A   .*charg.*(limit|max).*|.*(limit|max).*charg.*                  chargeCurrentLimit
          A   .*(pack|batt?(ery)?|total|system).*(curr|amp).*|curr(ent)?     current
          W   .*(pack|batt?(ery)?|total|system).*power.*|power               power
          %   .*(\\bsoc\\b|state of charge).*                                soc
          %   .*(\\bsoh\\b|state of health).*                                soh
          °C  .*(\\bmin|lowest).*temp.*|.*temp.*(\\bmin|lowest).*            temperatureMin
          °C  .*(\\bmax|highest).*temp.*|.*temp.*(\\bmax|highest).*          temperatureMax
          °C  .*(\\bavg|average|mean).*temp.*|.*temp.*(\\bavg|average|mean).* temperatureAvg
          °C  .*(mos|fet).*                                                  mosfetTemperature
          °C  .*ambient.*                                                    ambientTemperature
          °C  .*(temp|sensor|probe|ntc).*?(\\d+)( \\D*)?                     temperature/N
          Ah  .*(remain|left|avail).*                                        remainingCapacity
          Ah  .*(full|nominal|total|rated).*                                 fullCapacity
          kΩ  .*(insul|isol|r iso).*                                         insulation
          1   .*(cycle).*(count|number)?.*                                   cycles
          """);

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("v", "V"),
          Map.entry("mv", "V"),
          Map.entry("a", "A"),
          Map.entry("ma", "A"),
          Map.entry("w", "W"),
          Map.entry("kw", "W"),
          Map.entry("%", "%"),
          Map.entry("percent", "%"),
          Map.entry("degc", "°C"),
          Map.entry("°c", "°C"),
          Map.entry("c", "°C"),
          Map.entry("k", "°C"),
          Map.entry("ah", "Ah"),
          Map.entry("mah", "Ah"),
          Map.entry("kohm", "kΩ"),
          Map.entry("ohm", "kΩ"),
          Map.entry("", "1"));

  private record Rule(String unit, Pattern name, String meaning) {}

  private DbcProposals() {}

  private static List<Rule> rules(String table) {
    List<Rule> rules = new ArrayList<>();
    for (String line : table.strip().split("\n")) {
      String[] ends = line.strip().split("  +");
      rules.add(rule(ends.length == 3 ? ends : lastCut(ends)));
    }
    return List.copyOf(rules);
  }

  /** A long pattern leaves one space before its meaning. */
  private static String[] lastCut(String[] ends) {
    int cut = ends[1].lastIndexOf(' ');
    return new String[] {ends[0], ends[1].substring(0, cut), ends[1].substring(cut + 1)};
  }

  private static Rule rule(String[] cells) {
    return new Rule(cells[0], Pattern.compile(cells[1].strip()), cells[2]);
  }

  /** Meanings by {@link DbcMapping#key}, in the file's order; signals that none fits are absent. */
  public static Map<String, String> of(Dbc dbc) {
    List<Map.Entry<String, String>> guessed = new ArrayList<>();
    for (Message message : dbc.messages()) {
      for (Signal signal : message.signals()) {
        guessed.add(Map.entry(DbcMapping.key(message, signal), meaning(signal)));
      }
    }
    int firstCell = first(guessed, "cell/");
    int firstProbe = first(guessed, "temperature/");
    Map<String, String> proposed = new LinkedHashMap<>();
    Set<String> given = new HashSet<>();
    for (Map.Entry<String, String> guess : guessed) {
      String meaning = guess.getValue();
      if (meaning.contains("/")) {
        meaning = from(meaning, meaning.startsWith("cell/") ? firstCell : firstProbe);
      }
      if (!meaning.equals(Meaning.NOTHING) && given.add(meaning)) {
        proposed.put(guess.getKey(), meaning);
      }
    }
    return proposed;
  }

  /** Files count from 0 or from 1. */
  private static int first(List<Map.Entry<String, String>> guessed, String kind) {
    return guessed.stream()
        .map(Map.Entry::getValue)
        .filter(meaning -> meaning.startsWith(kind))
        .mapToInt(DbcProposals::index)
        .min()
        .orElse(0);
  }

  private static String from(String meaning, int first) {
    int slash = meaning.indexOf('/');
    return meaning.substring(0, slash + 1) + (index(meaning) - Math.min(first, 1));
  }

  private static int index(String meaning) {
    return Integer.parseInt(meaning.substring(meaning.indexOf('/') + 1));
  }

  private static String meaning(Signal signal) {
    String unit = UNITS.getOrDefault(signal.unit().strip().toLowerCase(Locale.ROOT), "?");
    String words = words(signal.name());
    for (Rule rule : RULES) {
      Matcher matcher = rule.name.matcher(words);
      if (rule.unit.equals(unit) && matcher.matches()) {
        return rule.meaning.endsWith("/N") ? numbered(rule.meaning, words) : rule.meaning;
      }
    }
    return Meaning.NOTHING;
  }

  private static String numbered(String meaning, String words) {
    Matcher digits = Pattern.compile("\\d{1,3}").matcher(words);
    String last = "0";
    while (digits.find()) {
      last = digits.group();
    }
    String numbered = meaning.replace("N", Integer.toString(Integer.parseInt(last)));
    return Integer.parseInt(last) > Meaning.MAX_INDEX ? Meaning.NOTHING : numbered;
  }

  /** {@code CellVoltage_012} is {@code cell voltage 012}. */
  private static String words(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2")
        .replaceAll("([A-Za-z])(\\d)", "$1 $2")
        .replaceAll("(\\d)([A-Za-z])", "$1 $2")
        .replace('_', ' ')
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
