package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.CommonSettings;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.connector.WorkingState;
import ca.edsquebec.trackingbms.fleet.Battery;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The live decoding of one battery: its state after the frames that were stored, and how far those
 * reach. One thread at a time: whoever uses it holds its monitor.
 */
final class Channel {

  private final String connectorId;
  private final Map<String, String> settings;
  private final Duration period;
  private Snapshots snapshots;
  private long highWaterMicros;

  /** Of the first frame that the state goes back to. */
  private OptionalLong sinceMicros = OptionalLong.empty();

  /** Null before the first. */
  private volatile FrameHeard heard;

  /**
   * @param highWaterMicros frame time up to which all is stored already
   */
  Channel(Battery battery, long highWaterMicros) {
    this.connectorId = battery.connectorId();
    this.settings = battery.connectorSettings();
    this.period = battery.storagePeriod();
    this.snapshots = fresh(battery);
    this.highWaterMicros = highWaterMicros;
  }

  /** False when the battery's settings have changed since. */
  boolean fits(Battery battery) {
    return connectorId.equals(battery.connectorId())
        && settings.equals(battery.connectorSettings())
        && period.equals(battery.storagePeriod());
  }

  /** Frames up to this time are the past; epoch microseconds. */
  long highWaterMicros() {
    return highWaterMicros;
  }

  /** For a reader of any thread, who needs no monitor. */
  Optional<FrameHeard> heard() {
    return Optional.ofNullable(heard);
  }

  void heard(FrameHeard last) {
    heard = last;
  }

  /** A copy to try further frames on. */
  Snapshots branch() {
    return snapshots.copy();
  }

  Snapshots snapshots() {
    return snapshots;
  }

  /** Takes the branch over: what it cut is stored. */
  void advance(Snapshots branch, long oldestMicros, long newestMicros) {
    snapshots = branch;
    sinceMicros = OptionalLong.of(sinceMicros.orElse(oldestMicros));
    highWaterMicros = Math.max(highWaterMicros, newestMicros);
  }

  /** Time of the first frame that was taken; empty when none was since the program's start. */
  OptionalLong sinceMicros() {
    return sinceMicros;
  }

  /** Decoding that knows nothing yet. */
  static Snapshots fresh(Battery battery) {
    Connector connector =
        Connectors.withId(battery.connectorId())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "connector %s of battery %s is not installed"
                            .formatted(battery.connectorId(), battery.code())));
    return new Snapshots(
        battery.storagePeriod().toMillis(),
        CommonSettings.decoder(
            connector, ConnectorSettings.of(connector, battery.connectorSettings())),
        new WorkingState());
  }
}
