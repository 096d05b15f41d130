package ca.edsquebec.trackingbms.jobs.simulate.thingset;

import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevice;
import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import com.google.auto.service.AutoService;
import java.util.Optional;

/** Up to 16 cells, as its front end has. */
@AutoService(SimulatedDevice.class)
public final class ThingSet implements SimulatedDevice {

  @Override
  public String connector() {
    return "thingset";
  }

  @Override
  public Optional<String> refusal(int cells, double capacityAh) {
    return cells > NodeObjects.CELLS
        ? Optional.of("a Libre Solar BMS has at most %d cells".formatted(NodeObjects.CELLS))
        : Optional.empty();
  }

  @Override
  public Talk newTalk(TimedBattery battery) {
    return new NodeTalk(battery);
  }
}
