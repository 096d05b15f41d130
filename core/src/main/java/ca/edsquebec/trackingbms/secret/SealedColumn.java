package ca.edsquebec.trackingbms.secret;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Optional;

/**
 * A column that holds what {@link SecretBox} sealed, so that a change of keys finds it: what it
 * does not find is lost with the old key. Whoever seals something adds an implementation with
 * {@code @AutoService(SealedColumn.class)}, beside the table that it is about, and has its bindings
 * from there.
 */
public interface SealedColumn {

  Place place();

  /**
   * Where what is sealed for one row belongs.
   *
   * @param tenant empty for the registry
   * @param id the text of {@link Place#key}
   */
  default Binding binding(Optional<TenantId> tenant, String id) {
    return new Binding(tenant.map(TenantId::slug).orElse(""), place().field(), id);
  }

  /**
   * Where it is.
   *
   * @param inRegistry the registry has the table
   * @param inClients every client's database has the table
   * @param key the column that names the row; its text is the {@link Binding#id}
   * @param field the {@link Binding#field}
   */
  record Place(
      boolean inRegistry,
      boolean inClients,
      String table,
      String key,
      String column,
      String field) {}
}
