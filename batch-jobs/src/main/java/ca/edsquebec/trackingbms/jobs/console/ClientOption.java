package ca.edsquebec.trackingbms.jobs.console;

import picocli.CommandLine.Option;

/** Whose: the client that a command works for. */
public final class ClientOption {

  @Option(
      names = "--client",
      required = true,
      paramLabel = "CLIENT",
      description = "Short name of the client.")
  String slug;

  public String slug() {
    return slug;
  }
}
