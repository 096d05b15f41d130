package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.MailedName;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.Picture;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * By what a client's people recognise it: name, colour, logo. Safe for any number of threads; to be
 * called outside of any unit of work.
 */
public final class Looks {

  /** Each side of a logo, in pixels. */
  public static final int MAX_LOGO_SIDE = 512;

  private static final int MAX_NAME = 120;
  private static final int LOGO_NAME = 16;

  private final RegistryDatabase registry;
  private final Tenants tenants;
  private final Audit audit;

  public Looks(RegistryDatabase registry, Tenants tenants, Audit audit) {
    this.registry = registry;
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * @param name 1 to 120 characters on one line
   * @param accent empty for the product's own colour
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when the name is blank or too long, or would be a link in a mail
   */
  public void change(Actor by, TenantId tenant, String name, Optional<Accent> accent) {
    String line = name.strip();
    if (line.isEmpty()
        || line.length() > MAX_NAME
        || line.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidException(
          "name", "a client's name has 1 to %d characters on one line".formatted(MAX_NAME));
    }
    // It stands in the mails that invite people, whom its administrator chooses.
    String shown = MailedName.ofClient("name", line);
    Tenant before = now(tenant);
    Optional<String> colour = accent.map(Accent::colour);
    if (before.name().equals(shown) && before.look().accent().equals(colour)) {
      return;
    }
    write(
        by,
        tenant,
        values(before.name(), before.look().accent()),
        values(shown, colour),
        em ->
            em.createNativeQuery("UPDATE tenant SET name = ?, accent = ? WHERE slug = ?")
                .setParameter(1, shown)
                .setParameter(2, colour.orElse(null))
                .setParameter(3, tenant.slug())
                .executeUpdate());
  }

  /**
   * Puts a picture beside the client's name, in the place of the one there was.
   *
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when a side has more than {@value #MAX_LOGO_SIDE} pixels
   */
  public void setLogo(Actor by, TenantId tenant, Picture logo) {
    if (logo.width() > MAX_LOGO_SIDE || logo.height() > MAX_LOGO_SIDE) {
      throw new InvalidException(
          "logo",
          "the logo has %d × %d pixels; at most %d × %d"
              .formatted(logo.width(), logo.height(), MAX_LOGO_SIDE, MAX_LOGO_SIDE));
    }
    String name = hash(logo.png()).substring(0, LOGO_NAME);
    Tenant before = now(tenant);
    write(
        by,
        tenant,
        Map.of("logo", before.look().logo().orElse("")),
        Map.of("logo", name),
        em -> {
          em.createNativeQuery(
                  "INSERT INTO tenant_logo (tenant, media_type, bytes) VALUES (?, 'image/png', ?)"
                      + " ON DUPLICATE KEY UPDATE media_type = VALUES(media_type),"
                      + " bytes = VALUES(bytes)")
              .setParameter(1, tenant.slug())
              .setParameter(2, logo.png())
              .executeUpdate();
          return name(em, tenant, name);
        });
  }

  /**
   * Repeating it changes nothing.
   *
   * @throws NotFoundException when there is no such client
   */
  public void removeLogo(Actor by, TenantId tenant) {
    Tenant before = now(tenant);
    if (before.look().logo().isEmpty()) {
      return;
    }
    write(
        by,
        tenant,
        Map.of("logo", before.look().logo().orElse("")),
        Map.of(),
        em -> {
          em.createNativeQuery("DELETE FROM tenant_logo WHERE tenant = ?")
              .setParameter(1, tenant.slug())
              .executeUpdate();
          return name(em, tenant, null);
        });
  }

  /** The PNG file; empty when the client has no logo. */
  public Optional<byte[]> logo(TenantId tenant) {
    return registry.sql(
        (connection, db) -> {
          try (var query =
              connection.prepareStatement(
                  "SELECT bytes FROM %s.tenant_logo WHERE tenant = ?".formatted(db))) {
            query.setString(1, tenant.slug());
            try (var row = query.executeQuery()) {
              return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
          }
        });
  }

  private Tenant now(TenantId tenant) {
    tenants.forget(tenant);
    return tenants.get(tenant);
  }

  private static int name(EntityManager em, TenantId tenant, String logo) {
    return em.createNativeQuery("UPDATE tenant SET logo = ? WHERE slug = ?")
        .setParameter(1, logo)
        .setParameter(2, tenant.slug())
        .executeUpdate();
  }

  @FunctionalInterface
  private interface Work {
    int in(EntityManager em);
  }

  private void write(
      Actor by, TenantId tenant, Map<String, String> before, Map<String, String> after, Work work) {
    registry.write(
        em -> {
          work.in(em);
          audit.record(
              em,
              Optional.of(tenant),
              by,
              new Change(Action.LOOK_CHANGE, "client:" + tenant, before, after));
          return null;
        });
    tenants.forget(tenant);
  }

  private static Map<String, String> values(String name, Optional<String> accent) {
    Map<String, String> values = new TreeMap<>();
    values.put("name", name);
    values.put("accent", accent.orElse(""));
    return values;
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
