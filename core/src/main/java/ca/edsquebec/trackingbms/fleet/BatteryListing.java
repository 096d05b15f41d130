package ca.edsquebec.trackingbms.fleet;

import java.util.Locale;

/** Turns a query for a list into conditions and an order. */
final class BatteryListing {

  private static final String MATCHES =
      "(lower(b.code) like :text escape '!' or b.name like :text escape '!'"
          + " or b.serialNumber like :text escape '!')";

  private BatteryListing() {}

  static BatterySelect narrow(BatterySelect select, BatteryQuery query) {
    query.type().ifPresent(uid -> select.and("t.uid = :type", "type", uid));
    query.place().ifPresent(uid -> select.and("p.uid = :place", "place", uid));
    query.chemistry().ifPresent(c -> select.and("b.chemistry = :chemistry", "chemistry", c.name()));
    query.status().ifPresent(s -> select.and("b.status = :status", "status", s.name()));
    if (!query.text().isEmpty()) {
      select.and(MATCHES, "text", pattern(query.text()));
    }
    return select;
  }

  static String order(BatteryQuery query) {
    String direction = query.descending() ? " desc" : "";
    String column =
        switch (query.sort()) {
          case CODE -> "lower(b.code)";
          case NAME -> "b.name";
          case TYPE -> "t.name";
          case PLACE -> "p.name";
        };
    return column + direction + ", b.id" + direction;
  }

  static int first(BatteryQuery query) {
    return (query.page() - 1) * query.size();
  }

  /** Code is compared in lower case; the other columns' collation ignores case by itself. */
  static String pattern(String text) {
    return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }
}
