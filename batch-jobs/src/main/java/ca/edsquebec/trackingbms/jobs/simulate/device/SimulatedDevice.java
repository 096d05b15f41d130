package ca.edsquebec.trackingbms.jobs.simulate.device;

import java.util.Optional;

/**
 * A make of device that can be asked. Implementations carry
 * {@code @AutoService(SimulatedDevice.class)}, have a public constructor without arguments, and
 * write the wire by themselves: they and the connector test each other. Nothing that is sent to one
 * changes its battery. Safe for any number of threads.
 */
public interface SimulatedDevice {

  /** The id of the connector that reads it. */
  String connector();

  /** What it is asked for by; not the connector's where that reads several. */
  default String id() {
    return connector();
  }

  /** What one is called, with its article. */
  String name();

  /** Cells that its words have room for. */
  int maxCells();

  /** Ah that its words have room for. */
  default int maxAh() {
    return Integer.MAX_VALUE;
  }

  /** Why such a device can't have so many cells, or Ah, as a sentence's end; empty when it can. */
  default Optional<String> refusal(int cells, double capacityAh) {
    String most = maxAh() == Integer.MAX_VALUE ? "" : " and %d Ah".formatted(maxAh());
    return cells > maxCells() || capacityAh > maxAh()
        ? Optional.of("%s has at most %d cells%s".formatted(name(), maxCells(), most))
        : Optional.empty();
  }

  /** A conversation that has not begun. */
  Talk newTalk(TimedBattery battery);
}
