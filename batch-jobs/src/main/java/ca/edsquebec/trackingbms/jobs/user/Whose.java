package ca.edsquebec.trackingbms.jobs.user;

import picocli.CommandLine.Option;

/** Where a person belongs: to a client, or to the installation. */
final class Whose {

  @Option(names = "--client", paramLabel = "CLIENT", description = "Short name of the client.")
  String client;

  @Option(
      names = "--platform-admin",
      description = "In place of a client: administers the installation.")
  boolean platform;
}
