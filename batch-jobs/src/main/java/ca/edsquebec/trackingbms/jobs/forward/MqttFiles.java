package ca.edsquebec.trackingbms.jobs.forward;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What brokers are spoken to with and lies in files.
 *
 * @param password empty for that of the environment
 * @param authorities certificates as PEM of whom to trust; empty for whom Java trusts
 */
record MqttFiles(Optional<Path> password, Optional<Path> authorities) {}
