package ca.edsquebec.trackingbms.secret;

/**
 * A column that holds what {@link SecretBox} sealed, so that a change of keys finds it. Whoever
 * seals something adds an implementation with {@code @AutoService(SealedColumn.class)}, beside the
 * table that it is about.
 */
public interface SealedColumn {

  Place place();

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
