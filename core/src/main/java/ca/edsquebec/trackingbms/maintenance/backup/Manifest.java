package ca.edsquebec.trackingbms.maintenance.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * What must come out of a backup again. It stands at the end of the sealed SQL, and beside the file
 * for people and programs.
 *
 * @param place the client's short name, or {@code _registry}
 * @param name what people call it
 * @param database as it was called
 * @param createdAt the moment that all of it is of; ISO 8601
 * @param way the program that wrote the SQL: {@code tbms}, {@code mariadb-dump} or {@code
 *     mysqldump}; what they write is restored in the same way
 * @param schemaVersion the newest migration of the database; empty when there was none
 * @param sqlBytes before it was compressed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
    @JsonProperty("format") String format,
    @JsonProperty("place") String place,
    @JsonProperty("name") String name,
    @JsonProperty("database") String database,
    @JsonProperty("createdAt") String createdAt,
    @JsonProperty("way") String way,
    @JsonProperty("schemaVersion") String schemaVersion,
    @JsonProperty("sqlBytes") long sqlBytes,
    @JsonProperty("tables") List<TableTally> tables) {

  static final String FORMAT = "trackingbms-backup-1";

  /** What its line in the SQL begins with, behind the {@code --}. */
  static final String LINE = "tbms-manifest ";

  /** Of what a newer version adds, an older one reads the rest. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public long rows() {
    return tables.stream().mapToLong(TableTally::rows).sum();
  }

  public Instant time() {
    return Instant.parse(createdAt);
  }

  String json() {
    return json(this);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that JSON can't hold", e);
    }
  }

  static Manifest parse(String json) throws IOException {
    return read(json, Manifest.class);
  }

  static <T> T read(String json, Class<T> type) throws IOException {
    return JSON.readValue(json, type);
  }
}
