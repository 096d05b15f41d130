package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers and programs that people sign in with. A browser is known by a random secret that it
 * keeps; a program keeps none and is known by its name and address. Safe for any number of threads;
 * what takes no entity manager is to be called outside of any unit of work.
 */
public final class Devices {

  /**
   * A device in the middle of a sign-in.
   *
   * @param secret for a browser to keep; empty when it has one
   */
  record Seen(DeviceRow row, Optional<String> secret) {}

  private final RegistryDatabase registry;
  private final Notices notices;
  private final Audit audit;

  Devices(RegistryDatabase registry, Notices notices, Audit audit) {
    this.registry = registry;
    this.notices = notices;
    this.audit = audit;
  }

  /** What a person has signed in with, the latest first. */
  public List<KnownDevice> list(long userId) {
    return registry.read(em -> all(em, userId).stream().map(DeviceRow::toKnownDevice).toList());
  }

  /** When this device may go without the second factor no more. */
  public void distrust(Actor by, long userId, long deviceId) {
    registry.write(
        em -> {
          DeviceRow row = em.find(DeviceRow.class, deviceId);
          if (row == null || row.userId() != userId) {
            throw new NotFoundException("device");
          }
          row.distrust();
          audit.record(
              em,
              Optional.empty(),
              by,
              Change.made(
                  Action.DEVICE_DISTRUSTED,
                  "user:" + userId,
                  Map.of("device", Long.toString(deviceId))));
          return null;
        });
  }

  /** All of a person's devices are asked for the second factor again. */
  void distrustAll(EntityManager em, long userId) {
    all(em, userId).forEach(DeviceRow::distrust);
  }

  /** Empty when that person never signed in with it. */
  Optional<DeviceRow> find(EntityManager em, long userId, Device device) {
    List<String> hashes = secrets(device).stream().map(SecretHash::of).toList();
    return em.createQuery(
            "select d from DeviceRow d where d.userId = :user and d.hash in :hashes"
                + " order by d.lastSeenAt desc",
            DeviceRow.class)
        .setParameter("user", userId)
        .setParameter("hashes", hashes)
        .getResultStream()
        .findFirst();
  }

  /** Notes it, and tells the person by mail when it is a new one and not the first. */
  Seen seen(EntityManager em, SessionRow session, Device device, boolean trust, Instant now) {
    UserRow user = session.user();
    // A browser that keeps no secret is new, and no program of the same name and address.
    boolean anew = session.kind() == SessionKind.BROWSER && device.secrets().isEmpty();
    Optional<DeviceRow> known = anew ? Optional.empty() : find(em, user.id(), device);
    Optional<String> secret =
        known.isEmpty() && session.kind() == SessionKind.BROWSER
            ? Optional.of(SecretHash.random())
            : Optional.empty();
    DeviceRow row = known.orElseGet(() -> added(em, user, device, secret, now));
    row.seen(device, now);
    if (trust && session.kind() == SessionKind.BROWSER) {
      row.trust(now);
    }
    return new Seen(row, secret);
  }

  private DeviceRow added(
      EntityManager em, UserRow user, Device device, Optional<String> secret, Instant now) {
    if (!all(em, user.id()).isEmpty()) {
      notices.newDevice(em, user, device, now);
    }
    DeviceRow row =
        new DeviceRow(user.id(), secret.orElseGet(() -> programsName(device)), device, now);
    em.persist(row);
    em.flush();
    return row;
  }

  private static List<DeviceRow> all(EntityManager em, long userId) {
    return em.createQuery(
            "select d from DeviceRow d where d.userId = :user order by d.lastSeenAt desc",
            DeviceRow.class)
        .setParameter("user", userId)
        .getResultList();
  }

  /** A browser's secrets, of which there may be none; a program's name is no secret. */
  private static List<String> secrets(Device device) {
    return device.secrets().isEmpty() ? List.of(programsName(device)) : device.secrets();
  }

  private static String programsName(Device device) {
    return "program\n" + device.address() + "\n" + device.userAgent();
  }
}
