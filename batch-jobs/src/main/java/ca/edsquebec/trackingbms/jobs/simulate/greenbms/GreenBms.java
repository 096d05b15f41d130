package ca.edsquebec.trackingbms.jobs.simulate.greenbms;

import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevice;
import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import com.google.auto.service.AutoService;
import java.util.Optional;

/** Up to 40 cells and 999 Ah. */
@AutoService(SimulatedDevice.class)
public final class GreenBms implements SimulatedDevice {

  private static final int MAX_CELLS = 40;
  private static final int MAX_AH = 999;

  @Override
  public String connector() {
    return "greenbms";
  }

  @Override
  public Optional<String> refusal(int cells, double capacityAh) {
    return cells > MAX_CELLS || capacityAh > MAX_AH
        ? Optional.of("a Green-BMS has at most %d cells and %d Ah".formatted(MAX_CELLS, MAX_AH))
        : Optional.empty();
  }

  @Override
  public Talk newTalk(TimedBattery battery) {
    return new PagesTalk(battery);
  }
}
