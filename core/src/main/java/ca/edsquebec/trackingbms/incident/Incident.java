package ca.edsquebec.trackingbms.incident;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the register says of an incident; each part answers to a paragraph of section 7 of the
 * regulation. It may be wrong: {@link #faults} says how.
 *
 * @param occurred when it happened: a date, a period, or an approximation
 * @param awareOn when the organisation became aware of it; empty while unknown, which is a fault
 * @param clients whose data it is about
 * @param information which personal information, or why that can't be said
 * @param circumstances what happened, in short
 * @param persons how many are concerned, or an approximation
 * @param seriousRisk whether there is a risk of serious injury
 * @param assessment why there is, or is not
 * @param commissionOn when the Commission d'accès à l'information was told; empty when it was not
 * @param personsToldOn when the persons concerned were told; empty when they were not
 * @param publicNotice whether there was a public notice, and why; may be empty
 * @param measures what was done against the injury and so that it does not come again
 */
public record Incident(
    String occurred,
    Optional<LocalDate> awareOn,
    String clients,
    String information,
    String circumstances,
    String persons,
    boolean seriousRisk,
    String assessment,
    Optional<LocalDate> commissionOn,
    Optional<LocalDate> personsToldOn,
    String publicNotice,
    String measures) {

  /** Of the texts that may be long. */
  public static final int MAX_TEXT = 8000;

  public static final int MAX_OCCURRED = 200;
  public static final int MAX_CLIENTS = 500;
  public static final int MAX_PERSONS = 120;

  /** What can be wrong with a part. */
  public enum Fault {
    MISSING,
    TOO_LONG,
    IN_FUTURE,
    /** Nobody can be told of what is not known yet. */
    BEFORE_AWARE
  }

  /** Whether the Commission must still be told. */
  public boolean awaitsCommission() {
    return seriousRisk && commissionOn.isEmpty();
  }

  /** Whether the persons concerned must still be told. */
  public boolean awaitsPersons() {
    return seriousRisk && personsToldOn.isEmpty();
  }

  /**
   * @param today where the organisation is
   * @return by the name of the part, in the order of the parts; empty when nothing is wrong
   */
  public Map<String, Fault> faults(LocalDate today) {
    Map<String, Fault> faults = new LinkedHashMap<>();
    text(faults, "occurred", occurred, MAX_OCCURRED, true);
    if (awareOn.isEmpty()) {
      faults.put("awareOn", Fault.MISSING);
    }
    awareOn.filter(today::isBefore).ifPresent(day -> faults.put("awareOn", Fault.IN_FUTURE));
    text(faults, "clients", clients, MAX_CLIENTS, true);
    text(faults, "information", information, MAX_TEXT, true);
    text(faults, "circumstances", circumstances, MAX_TEXT, true);
    text(faults, "persons", persons, MAX_PERSONS, true);
    text(faults, "assessment", assessment, MAX_TEXT, true);
    told(faults, "commissionOn", commissionOn, today);
    told(faults, "personsToldOn", personsToldOn, today);
    text(faults, "publicNotice", publicNotice, MAX_TEXT, false);
    text(faults, "measures", measures, MAX_TEXT, true);
    return faults;
  }

  private static void text(
      Map<String, Fault> faults, String part, String text, int max, boolean required) {
    if (required && text.isBlank()) {
      faults.put(part, Fault.MISSING);
    } else if (text.length() > max) {
      faults.put(part, Fault.TOO_LONG);
    }
  }

  private void told(
      Map<String, Fault> faults, String part, Optional<LocalDate> on, LocalDate today) {
    on.filter(day -> awareOn.filter(day::isBefore).isPresent())
        .ifPresent(day -> faults.put(part, Fault.BEFORE_AWARE));
    on.filter(today::isBefore).ifPresent(day -> faults.put(part, Fault.IN_FUTURE));
  }

  /** For the record of who changed what. */
  Map<String, String> values() {
    return Map.ofEntries(
        Map.entry("occurred", occurred),
        Map.entry("awareOn", text(awareOn)),
        Map.entry("clients", clients),
        Map.entry("information", information),
        Map.entry("circumstances", circumstances),
        Map.entry("persons", persons),
        Map.entry("seriousRisk", Boolean.toString(seriousRisk)),
        Map.entry("assessment", assessment),
        Map.entry("commissionOn", text(commissionOn)),
        Map.entry("personsToldOn", text(personsToldOn)),
        Map.entry("publicNotice", publicNotice),
        Map.entry("measures", measures));
  }

  private static String text(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }
}
