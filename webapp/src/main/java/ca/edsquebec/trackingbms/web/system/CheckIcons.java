package ca.edsquebec.trackingbms.web.system;

import java.util.Map;

/** The drawing of each component, by the name of its check. */
final class CheckIcons {

  /** What a check that came later has until it gets its own. */
  private static final String OTHER = "activity-heartbeat";

  private static final Map<String, String> ICONS =
      Map.ofEntries(
          Map.entry("database", "database"),
          Map.entry("clients", "building"),
          Map.entry("gateways", "router"),
          Map.entry("ingest", "cloud-upload"),
          Map.entry("pull", "arrows-left-right"),
          Map.entry("cron", "clock"),
          Map.entry("jobs", "player-play"),
          Map.entry("outbox", "mail"),
          Map.entry("mail-quota", "mailbox"),
          Map.entry("disk", "device-floppy"),
          Map.entry("quota", "chart-pie"),
          Map.entry("connections", "plug-connected"),
          Map.entry("certificate", "shield-lock"),
          Map.entry("backup", "history"));

  private CheckIcons() {}

  static String of(String check) {
    return ICONS.getOrDefault(check, OTHER);
  }
}
