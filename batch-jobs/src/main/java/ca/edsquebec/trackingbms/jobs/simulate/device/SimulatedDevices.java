package ca.edsquebec.trackingbms.jobs.simulate.device;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The makes that can be simulated. */
public final class SimulatedDevices {

  private SimulatedDevices() {}

  /** All that are installed, by their ids. */
  public static List<SimulatedDevice> installed() {
    return ServiceLoader.load(SimulatedDevice.class, SimulatedDevices.class.getClassLoader())
        .stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(SimulatedDevice::id))
        .toList();
  }

  /** The one of that id. */
  public static Optional<SimulatedDevice> of(String id) {
    return installed().stream().filter(d -> d.id().equals(id)).findFirst();
  }
}
