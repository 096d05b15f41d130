package ca.edsquebec.trackingbms.jobs.simulate.jbd;

import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevice;
import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import com.google.auto.service.AutoService;
import java.util.Optional;

/** Up to 32 cells and 650 Ah, which is what its words hold. */
@AutoService(SimulatedDevice.class)
public final class Jbd implements SimulatedDevice {

  private static final int MAX_CELLS = 32;
  private static final int MAX_AH = 650;

  @Override
  public String connector() {
    return "jbd";
  }

  @Override
  public Optional<String> refusal(int cells, double capacityAh) {
    return cells > MAX_CELLS || capacityAh > MAX_AH
        ? Optional.of("a JBD has at most %d cells and %d Ah".formatted(MAX_CELLS, MAX_AH))
        : Optional.empty();
  }

  @Override
  public Talk newTalk(TimedBattery battery) {
    return new JbdTalk(battery);
  }
}
