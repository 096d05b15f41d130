package ca.edsquebec.trackingbms.maintenance.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryBackupIT {

  private static final Restores.Target SAME =
      new Restores.Target(Optional.empty(), Optional.empty(), false);

  @TempDir Path folder;

  @Test
  void comesBackWithItsKeysAndTouchesNoClient() throws IOException {
    try (BackupWorld world = new BackupWorld(folder)) {
      String registry = world.registry();
      world.execute(
          "INSERT INTO {db}.user_account (id, email, display_name, locale, password_hash,"
              + " created_at) VALUES (7, 'a@b.ca', 'A', 'fr-CA', 'x', NOW(3))",
          registry);
      world.execute(
          "INSERT INTO {db}.session (id, user_id, address, user_agent, created_at, last_seen_at,"
              + " expires_at) VALUES ('s', 7, '', '', NOW(3), NOW(3), NOW(3))",
          registry);
      Path file = world.backups(true).create(Place.REGISTRY, Progress.SILENT).file();
      Map<String, String> acme = world.content(world.database("acme"));
      String keys = "SELECT HEX(wrapped) FROM " + registry + ".secret_key ORDER BY id";
      var wrapped = world.column(keys);
      assertThatThrownBy(() -> world.restores.restore(Actor.command(), file, SAME, Progress.SILENT))
          .isInstanceOf(InvalidException.class);
      world.execute("DROP DATABASE {db}", registry);
      world.restores.restore(Actor.command(), file, SAME, Progress.SILENT);
      assertThat(world.column(keys)).isEqualTo(wrapped);
      assertThat(world.column("SELECT email FROM " + registry + ".user_account"))
          .containsExactly("a@b.ca");
      assertThat(
              world.column("SELECT COUNT(*) FROM " + registry + ".session WHERE ended_at IS NULL"))
          .containsExactly("0");
      assertThat(world.content(world.database("acme"))).isEqualTo(acme);
      assertThat(world.databases()).hasSize(3);
    }
  }
}
