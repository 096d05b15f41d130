package ca.edsquebec.trackingbms.platform;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Moments as days and hours of one zone. */
final class Moments {

  /** Cities whose time has a name people here know: N, A, E, C, M, P, each an hour further west. */
  private static final List<List<String>> NAMED =
      List.of(
          List.of("St_Johns"),
          List.of("Halifax", "Moncton", "Blanc-Sablon"),
          List.of("Toronto", "Iqaluit", "New_York"),
          List.of("Winnipeg", "Regina", "Chicago"),
          List.of("Edmonton", "Denver"),
          List.of("Vancouver", "Los_Angeles"));

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  private final boolean english;
  private final ZoneId zone;
  private final DateTimeFormatter clock;
  private final DateTimeFormatter clockSeconds;

  Moments(boolean english, ZoneId zone) {
    this.english = english;
    this.zone = zone;
    this.clock = pattern(english ? "HH:mm" : "HH 'h' mm");
    this.clockSeconds = pattern(english ? "HH:mm:ss" : "HH 'h' mm 'min' ss 's'");
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace(' ', '\u00a0'), Locale.ROOT);
  }

  String date(long millis) {
    return DATE.format(local(millis));
  }

  String clock(long millis) {
    return clock.format(local(millis)) + mark(millis);
  }

  String clockSeconds(long millis) {
    return clockSeconds.format(local(millis)) + mark(millis);
  }

  String zoneLabel(long millis) {
    String utc = utc(minutes(millis));
    String name = name(millis);
    if (zone.getId().equals(utc)) {
      return utc;
    }
    return zone.getId() + "\u00a0(" + (name.equals(utc) ? utc : name + ",\u00a0" + utc) + ")";
  }

  /** What tells the two runs of a repeated hour apart; empty in all other hours. */
  private String mark(long millis) {
    boolean repeated = zone.getRules().getValidOffsets(local(millis)).size() > 1;
    return repeated ? "\u00a0" + name(millis) : "";
  }

  /** Such as HNE or EST; the offset where the time has no such name. */
  private String name(long millis) {
    int minutes = minutes(millis);
    for (int i = 0; i < NAMED.size(); i++) {
      int summer = minutes - (i == 0 ? -210 : -180 - 60 * i);
      if (isIn(NAMED.get(i)) && (summer == 0 || summer == 60)) {
        return english
            ? "NAECMP".charAt(i) + (summer > 0 ? "DT" : "ST")
            : (summer > 0 ? "HA" : "HN") + "TAECRP".charAt(i);
      }
    }
    return utc(minutes);
  }

  private boolean isIn(List<String> cities) {
    return cities.stream().anyMatch(city -> zone.getId().equals("America/" + city));
  }

  private static String utc(int minutes) {
    int distance = Math.abs(minutes);
    String rest = distance % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", distance % 60);
    return minutes == 0 ? "UTC" : "UTC" + (minutes < 0 ? "\u2212" : "+") + distance / 60 + rest;
  }

  /** East of UTC. */
  private int minutes(long millis) {
    ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochMilli(millis));
    return offset.getTotalSeconds() / 60;
  }

  private LocalDateTime local(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone);
  }
}
