package ca.edsquebec.trackingbms.fleet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where batteries have stood, stand and will stand, as far as is known. For the program itself,
 * which counts days by it, so without a viewer. Always as the database has it now.
 *
 * <p>Safe for any number of threads; to be called outside of any unit of work. The errors are those
 * of {@link TenantDatabase}.
 */
public final class Placements {

  private static final String SELECT =
      "select b.id, placed.since, p from PlacementRow placed join placed.battery b"
          + " join placed.place p";

  private final TenantDatabase database;

  public Placements(TenantDatabase database) {
    this.database = database;
  }

  /**
   * In order of time, one at least.
   *
   * @throws NotFoundException when there is no such battery
   */
  public List<Placement> of(TenantId tenant, long batteryId) {
    List<Placement> found =
        database.read(
            tenant,
            em ->
                em.createQuery(
                        SELECT + " where b.id = :battery order by placed.since", Object[].class)
                    .setParameter("battery", batteryId)
                    .getResultStream()
                    .map(Placements::placement)
                    .toList());
    if (found.isEmpty()) {
      throw new NotFoundException("battery " + batteryId);
    }
    return found;
  }

  /** Those of all batteries, retired ones too, by battery id; each in order of time. */
  public Map<Long, List<Placement>> all(TenantId tenant) {
    return database.read(
        tenant,
        em ->
            em.createQuery(SELECT + " order by placed.since", Object[].class)
                .getResultStream()
                .collect(
                    groupingBy(row -> (Long) row[0], mapping(Placements::placement, toList()))));
  }

  private static Placement placement(Object[] row) {
    return new Placement((Instant) row[1], ((PlaceRow) row[2]).toPlace());
  }
}
