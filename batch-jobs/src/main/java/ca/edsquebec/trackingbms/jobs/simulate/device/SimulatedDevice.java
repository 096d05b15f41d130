package ca.edsquebec.trackingbms.jobs.simulate.device;

import java.util.Optional;

/**
 * A make of device that can be asked. Implementations carry {@code
 * @AutoService(SimulatedDevice.class)}, have a public constructor without arguments, and write the
 * wire by themselves: they and the connector test each other. Nothing that is sent to one changes
 * its battery. Safe for any number of threads.
 */
public interface SimulatedDevice {

  /** The id of the connector that reads it. */
  String connector();

  /** Why such a device can't have so many cells, or Ah, as a sentence's end; empty when it can. */
  Optional<String> refusal(int cells, double capacityAh);

  /** A conversation that has not begun. */
  Talk newTalk(TimedBattery battery);
}
