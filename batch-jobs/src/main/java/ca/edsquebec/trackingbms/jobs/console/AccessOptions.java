package ca.edsquebec.trackingbms.jobs.console;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** With which batteries: all unless places, types or batteries are named, of one kind. */
public final class AccessOptions {

  @Option(
      names = "--place",
      paramLabel = "NAME",
      description = "Only batteries that stand at this place; may be given again.")
  List<String> places = new ArrayList<>();

  @Option(
      names = "--type",
      paramLabel = "NAME",
      description = "Only batteries of this type; may be given again.")
  List<String> types = new ArrayList<>();

  @Option(
      names = "--battery",
      paramLabel = "CODE",
      description = "Only this battery; may be given again.")
  List<String> batteries = new ArrayList<>();

  public boolean isEmpty() {
    return places.isEmpty() && types.isEmpty() && batteries.isEmpty();
  }

  /**
   * @throws InvalidException when several kinds are given
   */
  public void check() {
    if (Stream.of(places, types, batteries).filter(names -> !names.isEmpty()).count() > 1) {
      throw new InvalidException("access", "give only one of --place, --type and --battery");
    }
  }

  /**
   * @throws InvalidException when the client has no such place or type
   * @throws ca.edsquebec.trackingbms.platform.NotFoundException when it has no such battery
   */
  public BatteryAccess of(TenantId tenant, Fleet fleet) {
    Viewer viewer = Viewer.system(tenant);
    if (!places.isEmpty()) {
      return BatteryAccess.places(
          uids("place", places, fleet.places(viewer), Place::name, Place::uid));
    }
    if (!types.isEmpty()) {
      return BatteryAccess.types(
          uids("type", types, fleet.types(viewer), BatteryType::name, BatteryType::uid));
    }
    return batteries.isEmpty()
        ? BatteryAccess.ALL
        : BatteryAccess.batteries(
            batteries.stream()
                .map(code -> fleet.batteryByCode(viewer, code))
                .map(Battery::uid)
                .collect(Collectors.toSet()));
  }

  private static <T> Set<String> uids(
      String field,
      List<String> wanted,
      List<T> known,
      Function<T, String> name,
      Function<T, String> uid) {
    return wanted.stream()
        .map(
            text ->
                known.stream()
                    .filter(one -> name.apply(one).equalsIgnoreCase(text))
                    .findFirst()
                    .map(uid)
                    .orElseThrow(
                        () -> new InvalidException(field, "no %s \"%s\"".formatted(field, text))))
        .collect(Collectors.toSet());
  }
}
