package ca.edsquebec.trackingbms.jobs.batch;

import java.util.Optional;

/**
 * How the work for one client ended, or that for the whole installation.
 *
 * @param client its short name; empty for the installation
 * @param done what was done; empty when there was nothing to do
 * @param failure why it failed; empty when it did not
 */
public record Outcome(String client, String done, Optional<String> failure) {

  String sentence() {
    return (client.isEmpty() ? "the installation" : client) + ": " + failure.orElse(done);
  }
}
