package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Of what: one client, the registry, or all. */
final class PlaceOptions {

  @Option(names = "--client", paramLabel = "CLIENT", description = "Only this client.")
  String client;

  @Option(names = "--registry", description = "Only the registry.")
  boolean registry;

  /** Empty when all are meant. */
  Optional<Place> one(Installation installation) {
    if (registry) {
      return Optional.of(Place.REGISTRY);
    }
    return Optional.ofNullable(client).map(slug -> Place.of(installation.client(slug)));
  }

  List<Place> places(Installation installation) {
    return one(installation).map(List::of).orElseGet(() -> installation.backups(false).places());
  }
}
