package ca.edsquebec.trackingbms.jobs.simulate.greenbms;

import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevice;
import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import com.google.auto.service.AutoService;

/** Up to 40 cells and 999 Ah. */
@AutoService(SimulatedDevice.class)
public final class GreenBms implements SimulatedDevice {

  @Override
  public String connector() {
    return "greenbms";
  }

  @Override
  public String name() {
    return "a Green-BMS";
  }

  @Override
  public int maxCells() {
    return 40;
  }

  @Override
  public int maxAh() {
    return 999;
  }

  @Override
  public Talk newTalk(TimedBattery battery) {
    return new PagesTalk(battery);
  }
}
