package ca.edsquebec.trackingbms.jobs.simulate.jbd;

import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevice;
import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import com.google.auto.service.AutoService;

/** Up to 32 cells and 650 Ah, which is what its words hold. */
@AutoService(SimulatedDevice.class)
public final class Jbd implements SimulatedDevice {

  @Override
  public String connector() {
    return "jbd";
  }

  @Override
  public String name() {
    return "a JBD";
  }

  @Override
  public int maxCells() {
    return 32;
  }

  @Override
  public int maxAh() {
    return 650;
  }

  @Override
  public Talk newTalk(TimedBattery battery) {
    return new JbdTalk(battery);
  }
}
