package ca.edsquebec.trackingbms.jobs.simulate.thingset;

import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevice;
import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import com.google.auto.service.AutoService;

/** With firmware of v23.1, which speaks 0.6; up to 16 cells, as its front end has. */
@AutoService(SimulatedDevice.class)
public final class ThingSet implements SimulatedDevice {

  @Override
  public String connector() {
    return "thingset";
  }

  @Override
  public String name() {
    return "a Libre Solar BMS";
  }

  @Override
  public int maxCells() {
    return NodeObjects.CELLS;
  }

  @Override
  public Talk newTalk(TimedBattery battery) {
    return new NodeTalk(battery, Dialect.V06);
  }
}
