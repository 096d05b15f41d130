package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Codes on paper, {@code abcd-efgh-2345}: four characters that say which one, and eight secret ones
 * (40 bits), hashed as passwords are.
 */
final class BackupCodes {

  static final int COUNT = 10;

  private static final int LABEL = 4;
  private static final int LENGTH = 12;

  private final RegistryDatabase registry;
  private final PasswordHash passwords;

  BackupCodes(RegistryDatabase registry, PasswordHash passwords) {
    this.registry = registry;
    this.passwords = passwords;
  }

  /** New codes with their hashes, not stored yet. Outside of any unit of work: it takes a while. */
  Map<String, String> make() {
    Map<String, String> hashes = new LinkedHashMap<>();
    Map<String, String> codes = new LinkedHashMap<>();
    while (codes.size() < COUNT) {
      String code = RandomText.base32(LENGTH);
      codes.putIfAbsent(code.substring(0, LABEL), code);
    }
    codes.values().forEach(code -> hashes.put(code, passwords.hash(code.substring(LABEL))));
    return hashes;
  }

  /** In place of all that were there. */
  static void replace(EntityManager em, long userId, Map<String, String> hashes) {
    clear(em, userId);
    hashes.forEach(
        (code, hash) -> em.persist(new BackupCodeRow(userId, code.substring(0, LABEL), hash)));
  }

  static void clear(EntityManager em, long userId) {
    em.createQuery("delete from BackupCodeRow c where c.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** How many are still good. */
  static int left(EntityManager em, long userId) {
    return em.createQuery(
            "select count(c) from BackupCodeRow c where c.userId = :user and c.usedAt is null",
            Long.class)
        .setParameter("user", userId)
        .getSingleResult()
        .intValue();
  }

  static boolean isOne(String code) {
    return code.length() == LENGTH;
  }

  /** As people copy it: in groups. */
  static String shown(String code) {
    return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
  }

  /** Uses it up when it is right. Outside of any unit of work. */
  boolean use(long userId, String code, Instant now) {
    BackupCodeRow.Key key = new BackupCodeRow.Key(userId, code.substring(0, LABEL));
    Optional<String> hash =
        registry.read(
            em ->
                Optional.ofNullable(em.find(BackupCodeRow.class, key))
                    .filter(row -> !row.isUsed())
                    .map(BackupCodeRow::hash));
    return passwords.verify(code.substring(LABEL), hash)
        && registry.write(
                em ->
                    em.createQuery(
                            "update BackupCodeRow c set c.usedAt = :now where c.userId = :user"
                                + " and c.label = :label and c.usedAt is null")
                        .setParameter("now", now)
                        .setParameter("user", userId)
                        .setParameter("label", code.substring(0, LABEL))
                        .executeUpdate())
            == 1;
  }
}
