package ca.edsquebec.trackingbms.maintenance.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A backup that is complete.
 *
 * @param createdAt to the second
 * @param bytes of the file
 * @param verifiedAt when it was last restored on trial and found good
 * @param note what stands beside it; empty when that is lost, which harms nothing but the list
 */
public record Backup(
    Place place,
    Instant createdAt,
    Path file,
    long bytes,
    Optional<Instant> verifiedAt,
    Optional<Note> note) {

  /**
   * What stands beside a backup as {@code NAME.json}, readable without a key and proving nothing.
   *
   * @param sha256 of the file, to compare copies of it
   */
  public record Note(
      @JsonProperty("file") String file,
      @JsonProperty("bytes") long bytes,
      @JsonProperty("sha256") String sha256,
      @JsonProperty("manifest") Manifest manifest) {}
}
