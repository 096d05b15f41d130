package ca.edsquebec.trackingbms.web.pull;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.intake.pull.PullDevice;
import ca.edsquebec.trackingbms.intake.pull.PullFault;
import ca.edsquebec.trackingbms.intake.pull.PullHeard;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.web.page.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * The page of a battery that is asked.
 *
 * @param device how that goes; empty when it never was asked
 * @param heard what a trial just heard
 */
public record PullView(
    Battery battery, Form form, Optional<PullDevice> device, Optional<PullHeard> heard) {

  /** What such a battery's frames travel on, as the texts have it. */
  public String medium() {
    Connector connector = InstalledConnectors.named(battery.connectorId());
    return connector
        .medium(InstalledConnectors.settings(connector, battery.connectorSettings()))
        .name()
        .toLowerCase(Locale.ROOT);
  }

  public boolean asked() {
    return device.map(PullDevice::enabled).orElse(false);
  }

  /** As the texts have it. */
  public String state() {
    return asked() ? device.orElseThrow().state().word() : "off";
  }

  /** Epoch milliseconds; 0 when there never was any. */
  public long contactMillis() {
    return device.flatMap(PullDevice::lastContact).map(time -> time.toEpochMilli()).orElse(0L);
  }

  /** Epoch milliseconds; 0 when nothing is waited for. */
  public long nextMillis() {
    return device.flatMap(PullDevice::nextTry).map(time -> time.toEpochMilli()).orElse(0L);
  }

  /** As the texts have it; empty as long as all is well. */
  public String fault() {
    return device.flatMap(PullDevice::fault).map(PullFault::word).orElse("");
  }

  /** What the device or its connector said then, in English. */
  public String detail() {
    return device.map(PullDevice::detail).orElse("");
  }

  /** Failures in a row. */
  public int count() {
    return device.map(PullDevice::failures).orElse(0);
  }

  /** Why a trial heard nothing, as the texts have it; empty when it did, or none was made. */
  public String heardFault() {
    return heard.flatMap(PullHeard::fault).map(PullFault::word).orElse("");
  }

  public String heardDetail() {
    return heard.map(PullHeard::detail).orElse("");
  }

  public boolean understood() {
    return heard.map(one -> one.fault().isEmpty()).orElse(false);
  }

  /** Frames that a trial understood. */
  public long frames() {
    return heard.map(PullHeard::understood).orElse(0L);
  }

  /** Whether a trial heard that value. */
  public boolean has(String metric) {
    return !Double.isNaN(value(metric));
  }

  /** NaN when it was not heard. */
  public double value(String metric) {
    return heard
        .map(one -> one.sample().value(Metric.named(metric).orElseThrow()))
        .orElse(Double.NaN);
  }

  /** How many cells told their voltage. */
  public int cellCount() {
    return heard.map(one -> one.sample().cellVoltages().length).orElse(0);
  }
}
