package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.candb.CanDatabase;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.web.security.Caller;
import java.util.Comparator;
import java.util.List;

/** The batteries that are read by a CAN database. */
final class Readers {

  private Readers() {}

  /** By code. */
  static List<Battery> of(CanDatabase one, BatteryDirectory directory, Caller caller) {
    return one.batteries().stream()
        .flatMap(id -> directory.byId(caller.tenant(), id).stream())
        .sorted(Comparator.comparing(Battery::code))
        .toList();
  }
}
