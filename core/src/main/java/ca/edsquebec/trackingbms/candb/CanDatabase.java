package ca.edsquebec.trackingbms.candb;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A client's CAN database, without its text.
 *
 * @param uid as in addresses
 * @param name of the file, or as somebody called it
 * @param meanings by {@link ca.edsquebec.trackingbms.connector.dbc.DbcMapping#key}
 * @param confirmed false as long as the meanings are a mere proposal
 * @param batteries internal ids of those whose frames are read by it
 */
public record CanDatabase(
    long id,
    String uid,
    String name,
    Map<String, String> meanings,
    boolean confirmed,
    Instant addedAt,
    Set<Long> batteries) {

  public CanDatabase {
    meanings = Map.copyOf(meanings);
    batteries = Set.copyOf(batteries);
  }
}
