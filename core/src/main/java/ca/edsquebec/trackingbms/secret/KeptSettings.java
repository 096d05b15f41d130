package ca.edsquebec.trackingbms.secret;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/**
 * Secret settings that stand encrypted in the registry instead of readable in the environment; the
 * environment's own, where it has one, goes first. Safe for any number of threads; each call opens
 * the registry.
 */
public final class KeptSettings {

  private static final SealedSettings COLUMN = new SealedSettings();

  private final RegistryDatabase registry;
  private final SecretBox box;

  public KeptSettings(RegistryDatabase registry, SecretBox box) {
    this.registry = registry;
    this.box = box;
  }

  /**
   * @throws SecretException when it can't be opened any more: keep it anew
   */
  public Optional<String> text(Setting setting) {
    return found(setting).map(text -> box.open(place(setting), text));
  }

  /** Keeps it in place of what was kept before. */
  public void keep(Setting setting, String plain) {
    String text = box.seal(place(setting), plain);
    registry.sql(
        (connection, db) -> {
          try (PreparedStatement write =
              connection.prepareStatement(
                  "INSERT INTO %s.kept_setting (name, sealed) VALUES (?, ?)".formatted(db)
                      + " ON DUPLICATE KEY UPDATE sealed = ?")) {
            write.setString(1, setting.name());
            write.setString(2, text);
            write.setString(3, text);
            return write.executeUpdate();
          }
        });
  }

  /**
   * @return false when none was kept
   */
  public boolean forget(Setting setting) {
    return registry.sql(
        (connection, db) -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM %s.kept_setting WHERE name = ?".formatted(db))) {
            delete.setString(1, setting.name());
            return delete.executeUpdate() > 0;
          }
        });
  }

  private Optional<String> found(Setting setting) {
    return registry.sqlSnapshot(
        (connection, db) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT sealed FROM %s.kept_setting WHERE name = ?".formatted(db))) {
            query.setString(1, setting.name());
            try (ResultSet rows = query.executeQuery()) {
              return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
          }
        });
  }

  private static Binding place(Setting setting) {
    return COLUMN.binding(Optional.empty(), setting.name());
  }
}
