package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.measure.Chemistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * A battery as it is now. Never null inside.
 *
 * @param id internal
 * @param uid opaque, for addresses
 * @param code what senders call it: unique within the client, case-sensitive, never changes
 * @param name what people call it
 * @param place where it stands now
 * @param cellCount cells in series; 0 when unknown
 * @param nominalCapacityAh NaN when unknown
 * @param nominalVoltageV NaN when unknown
 * @param serialNumber empty when unknown
 * @param connectorId which connector reads its frames
 * @param connectorSettings as given, without the connector's defaults
 * @param storagePeriod the grid on which its snapshots are cut
 * @param staleThreshold how long without data until it counts as stale
 * @param parentCode the battery of which this is a pack, when several form one installation and the
 *     reader may see that one
 * @param details what the client says of it in words of its own, archived fields included
 */
public record Battery(
    long id,
    String uid,
    String code,
    String name,
    BatteryType type,
    Place place,
    Chemistry chemistry,
    int cellCount,
    double nominalCapacityAh,
    double nominalVoltageV,
    String serialNumber,
    String connectorId,
    Map<String, String> connectorSettings,
    Duration storagePeriod,
    Duration staleThreshold,
    BatteryStatus status,
    Instant commissionedAt,
    Optional<String> parentCode,
    BatteryDetails details) {

  public Battery {
    connectorSettings = Map.copyOf(connectorSettings);
  }

  /** One of which the client has said nothing in words of its own. */
  public Battery(
      long id,
      String uid,
      String code,
      String name,
      BatteryType type,
      Place place,
      Chemistry chemistry,
      int cellCount,
      double nominalCapacityAh,
      double nominalVoltageV,
      String serialNumber,
      String connectorId,
      Map<String, String> connectorSettings,
      Duration storagePeriod,
      Duration staleThreshold,
      BatteryStatus status,
      Instant commissionedAt,
      Optional<String> parentCode) {
    this(
        id,
        uid,
        code,
        name,
        type,
        place,
        chemistry,
        cellCount,
        nominalCapacityAh,
        nominalVoltageV,
        serialNumber,
        connectorId,
        connectorSettings,
        storagePeriod,
        staleThreshold,
        status,
        commissionedAt,
        parentCode,
        BatteryDetails.NONE);
  }

  /** No earlier sample can be its own: a year before it was commissioned. */
  public Instant earliestSample() {
    return yearBefore(commissionedAt);
  }

  static Instant yearBefore(Instant time) {
    return time.atOffset(ZoneOffset.UTC).minusYears(1).toInstant();
  }

  /** The same with snapshots on another grid. */
  public Battery withStoragePeriod(Duration period) {
    return new Battery(
        id,
        uid,
        code,
        name,
        type,
        place,
        chemistry,
        cellCount,
        nominalCapacityAh,
        nominalVoltageV,
        serialNumber,
        connectorId,
        connectorSettings,
        period,
        staleThreshold,
        status,
        commissionedAt,
        parentCode,
        details);
  }

  /** The zone of its place. */
  public ZoneId zone() {
    return place.zone();
  }
}
