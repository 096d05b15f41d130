package ca.edsquebec.trackingbms.jobs.battery;

import ca.edsquebec.trackingbms.fleet.BatteryDetails;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.fleet.NewBatteryBuilder;
import ca.edsquebec.trackingbms.jobs.console.TextFiles;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be said of a battery to add; the rest has the defaults of core. */
final class BatteryOptions {

  @Option(
      names = "--code",
      required = true,
      paramLabel = "CODE",
      description = "What senders call it: letters, digits and . _ -  Never changes.")
  String code;

  @Option(
      names = "--type",
      required = true,
      paramLabel = "TYPE",
      description = "Kind of machine that it serves, such as Chariot.")
  String type;

  @Option(names = "--place", required = true, paramLabel = "PLACE", description = "Where it is.")
  String place;

  @Option(
      names = "--connector",
      defaultValue = "foxbms",
      paramLabel = "ID",
      description = "What reads its frames (default: foxbms).")
  String connector;

  @Option(
      names = "--setting",
      paramLabel = "NAME=VALUE",
      description = "A setting of that connector, @FILE for what is in a file; may be repeated.")
  Map<String, String> settings = Map.of();

  @Option(names = "--name", paramLabel = "NAME", description = "What people read; else the code.")
  String name;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of a new place (default: America/Toronto).")
  ZoneId zone;

  @Option(
      names = "--chemistry",
      paramLabel = "CHEMISTRY",
      description =
          "lfp, nmc, nca, lto, lmo, lead-acid, nickel, sodium-ion, other (default: other).")
  Chemistry chemistry;

  @Option(names = "--cells", paramLabel = "COUNT", description = "Cells in series.")
  Integer cells;

  @Option(names = "--capacity", paramLabel = "AH", description = "Rated capacity, Ah.")
  Double capacity;

  @Option(names = "--voltage", paramLabel = "V", description = "Rated voltage, V.")
  Double voltage;

  @Option(names = "--serial", paramLabel = "NUMBER", description = "Serial number.")
  String serial;

  @Option(
      names = "--period",
      paramLabel = "TIME",
      description = "One sample each so long is stored of frames, 1s to 1h (default: 5s).")
  Duration period;

  @Option(
      names = "--stale",
      paramLabel = "TIME",
      description = "Stale after so long without data, 2s to 30d (default: 60s).")
  Duration stale;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "commissioning, in-service, maintenance, retired (default: in-service).")
  BatteryStatus status;

  @Option(
      names = "--commissioned",
      paramLabel = "DATE",
      description =
          "Day or time of commissioning, such as 2025-04-01 (default: now). Samples are"
              + " accepted from a year before on.")
  String commissioned;

  @Option(names = "--parent", paramLabel = "CODE", description = "Battery of which it is a pack.")
  String parent;

  @Option(
      names = "--field",
      paramLabel = "NAME=VALUE",
      description = "Value of a custom field, by the field's code; may be repeated.")
  Map<String, String> fields = Map.of();

  @Option(
      names = "--tag",
      paramLabel = "WORD",
      description = "A free word to find it by; may be repeated.")
  List<String> tags = List.of();

  NewBattery battery() {
    NewBatteryBuilder battery = NewBattery.builder(code, type, place, connector);
    battery.connectorSettings(TextFiles.named(settings));
    Optional.ofNullable(name).ifPresent(battery::name);
    Optional.ofNullable(zone).ifPresent(battery::zone);
    Optional.ofNullable(chemistry).ifPresent(battery::chemistry);
    Optional.ofNullable(cells).ifPresent(battery::cellCount);
    Optional.ofNullable(capacity).ifPresent(battery::nominalCapacityAh);
    Optional.ofNullable(voltage).ifPresent(battery::nominalVoltageV);
    Optional.ofNullable(serial).ifPresent(battery::serialNumber);
    Optional.ofNullable(period).ifPresent(battery::storagePeriod);
    Optional.ofNullable(stale).ifPresent(battery::staleThreshold);
    Optional.ofNullable(status).ifPresent(battery::status);
    Optional.ofNullable(commissioned).map(this::time).ifPresent(battery::commissionedAt);
    Optional.ofNullable(parent).ifPresent(battery::parent);
    return battery.details(BatteryDetails.of(tags, fields)).build();
  }

  private Instant time(String text) {
    try {
      return text.length() > 10
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text)
              .atStartOfDay(zone == null ? Fleet.DEFAULT_ZONE : zone)
              .toInstant();
    } catch (DateTimeException e) {
      throw new InvalidException(
          "commissioned",
          "\"%s\" is neither a day such as 2025-04-01 nor a time such as 2025-04-01T08:00-04:00"
              .formatted(text));
    }
  }
}
