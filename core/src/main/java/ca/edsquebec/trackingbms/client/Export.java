package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a client has, in one ZIP archive of JSON Lines that any program reads: what the registry
 * knows of it, every table of its database, and every sample as it was measured. No secret is in
 * it, and nothing of another client. Written piece by piece: memory does not depend on how much
 * there is, and no connection is held while a piece is written.
 *
 * <p>Safe for any number of threads; to be called outside of any unit of work.
 */
public final class Export {

  /** Told as samples, not as they are stored; or of no use to anybody else. */
  private static final Set<String> LEFT_OUT =
      Set.of("sample", "sample_chunk", "sample_latest", "flyway_schema_history", "outbox");

  /** Writes what only the package that stores it can read. */
  @FunctionalInterface
  public interface Part {

    /**
     * @throws IOException when the archive can't be written
     */
    void write(TenantId tenant, ArchiveWriter archive) throws IOException;
  }

  private final RegistryDatabase registry;
  private final TenantDatabase database;
  private final Tenants tenants;
  private final List<Part> parts;
  private final Audit audit;
  private final Clock clock;

  public Export(
      RegistryDatabase registry,
      TenantDatabase database,
      Tenants tenants,
      List<Part> parts,
      Audit audit,
      Clock clock) {
    this.registry = registry;
    this.database = database;
    this.tenants = tenants;
    this.parts = List.copyOf(parts);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes an archive and notes that it was written to its end. One of a client that goes on
   * working has everything that was stored before it was begun.
   *
   * @param file what to call it in the registry; at most 255 characters
   * @param out is not closed; what is there when this throws is no archive
   * @throws NotFoundException when there is no such client
   * @throws IOException when it can't be written
   */
  public Archive write(Actor by, TenantId tenant, String file, OutputStream out)
      throws IOException {
    tenants.forget(tenant);
    Tenant known = tenants.get(tenant);
    Instant begun = clock.instant();
    ArchiveWriter archive = new ArchiveWriter(out);
    writeRegistry(tenant, archive);
    for (TableShape table : database.sql(tenant, TableShape::all)) {
      if (!LEFT_OUT.contains(table.name())) {
        new TableDump(work -> database.sql(tenant, work), table)
            .write(archive, "database/" + table.name() + ".jsonl");
      }
    }
    for (Part part : parts) {
      part.write(tenant, archive);
    }
    String sha256 = archive.finish(known, begun, clock.instant());
    Archive written =
        new Archive(tenant, begun, clock.instant(), file, archive.bytes(), archive.rows(), sha256);
    registry.sql((connection, db) -> ArchiveTable.add(connection, db, written));
    audit.record(
        Optional.of(tenant),
        by,
        Change.made(
            Action.CLIENT_EXPORT,
            "client:" + tenant,
            Map.of("file", file, "rows", Long.toString(written.rows()), "sha256", sha256)));
    return written;
  }

  /** The archive that was begun last, of those written to their end. */
  public Optional<Archive> newest(TenantId tenant) {
    return registry.sql((connection, db) -> ArchiveTable.newest(connection, db, tenant));
  }

  private void writeRegistry(TenantId tenant, ArchiveWriter archive) throws IOException {
    List<RegistryRows.Rows> all = registry.sql(RegistryRows::ofClients);
    for (RegistryRows.Rows rows : all) {
      if (!LEFT_OUT.contains(rows.table())) {
        TableShape shape =
            registry
                .sql((connection, db) -> TableShape.of(connection, db, rows.table()))
                .withoutSecrets();
        new TableDump(registry::sql, shape)
            .where(rows.condition(), tenant.slug())
            .write(archive, "registry/" + rows.table() + ".jsonl");
      }
    }
    TableShape people =
        registry
            .sql((connection, db) -> TableShape.of(connection, db, "user_account"))
            .withoutSecrets();
    new TableDump(registry::sql, people)
        .where(RegistryRows.PEOPLE, tenant.slug())
        .write(archive, "registry/user_account.jsonl");
  }
}
