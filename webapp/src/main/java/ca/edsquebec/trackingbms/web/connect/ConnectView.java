package ca.edsquebec.trackingbms.web.connect;

import ca.edsquebec.trackingbms.connector.CommonSettings;
import ca.edsquebec.trackingbms.fleet.Battery;
import java.util.List;
import java.util.Optional;

/**
 * The page of how a battery is connected.
 *
 * @param checked what the self-check found; empty when it was not asked for
 */
public record ConnectView(
    Battery battery, Heard heard, Optional<List<Checked>> checked, List<Example> examples) {

  /** Whether the self-check was made. */
  public boolean isChecked() {
    return checked.isPresent();
  }

  /** What it found; empty too when nothing could be said. */
  public List<Checked> findings() {
    return checked.orElse(List.of());
  }

  /** Whether the signs are turned now. */
  public boolean isInverted() {
    return CommonSettings.isInverted(battery.connectorSettings());
  }
}
