package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.identity.RightsRefused.Reason;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles that a client can give: those built in, and its own. Its own are the whole client's, so
 * who has to do with some batteries only can't change them; and nobody puts a permission into one,
 * or takes one out, that he has not. A change holds within a second for all who have the role. Safe
 * for any number of threads; to be called outside of any unit of work.
 */
public final class Roles {

  private static final int MAX_NAME = 60;
  private static final int DUPLICATE_KEY = 1062;
  private static final int ROW_IS_REFERENCED = 1451;

  private final RegistryDatabase registry;
  private final Audit audit;
  private final Clock clock;

  public Roles(RegistryDatabase registry, Audit audit, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.clock = clock;
  }

  /** The built-in ones, the widest first, then the client's own by name. */
  public List<Role> list(TenantId tenant) {
    return Stream.concat(Role.BUILT_IN.stream(), registry.read(em -> own(em, tenant)).stream())
        .toList();
  }

  /**
   * @throws NotFoundException when the client has no such role
   */
  public Role get(TenantId tenant, String id) {
    return Role.builtIn(id).orElseGet(() -> registry.read(em -> ownRow(em, tenant, id).toRole()));
  }

  /**
   * Makes a role of a client's own. Every role reads the fleet, said or not.
   *
   * @param maker what the one who asks may at that client
   * @param name 1 to 60 characters on one line, like no other role of that client
   * @throws InvalidException when the name is none, or a permission is not for people
   * @throws RightsRefused see there
   */
  public Role create(
      Actor by, Membership maker, TenantId tenant, String name, Set<Permission> permissions) {
    String checked = name(name);
    Set<Permission> whole = whole(maker, permissions);
    return named(
        () ->
            registry.write(
                em -> {
                  ClientRoleRow row =
                      new ClientRoleRow(
                          tenant, checked, whole, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                  em.persist(row);
                  em.flush();
                  record(em, tenant, by, Action.ROLE_CREATED, null, row.toRole());
                  return row.toRole();
                }));
  }

  /**
   * As {@link #create}, for a role that is there; not the one that the maker has.
   *
   * @throws NotFoundException when the client has no such role of its own
   */
  public Role change(
      Actor by,
      Membership maker,
      TenantId tenant,
      String id,
      String name,
      Set<Permission> permissions) {
    String checked = name(name);
    Set<Permission> whole = whole(maker, permissions);
    return named(
        () ->
            registry.write(
                em -> {
                  ClientRoleRow row = changeable(em, maker, tenant, id);
                  Role before = row.toRole();
                  row.change(checked, whole);
                  em.flush();
                  Role after = row.toRole();
                  if (!after.equals(before)) {
                    record(em, tenant, by, Action.ROLE_CHANGED, before, after);
                  }
                  return after;
                }));
  }

  /** Deletes a role that nobody has, had or is invited to. Errors as {@link #change}. */
  public void delete(Actor by, Membership maker, TenantId tenant, String id) {
    try {
      registry.write(
          em -> {
            ClientRoleRow row = changeable(em, maker, tenant, id);
            Role before = row.toRole();
            if (OpenInvitations.give(em, tenant, id)) {
              throw new RightsRefused(Reason.ROLE_IN_USE);
            }
            em.remove(row);
            em.flush();
            record(em, tenant, by, Action.ROLE_DELETED, before, null);
            return null;
          });
    } catch (DatabaseException e) {
      throw e.errorNumber() == ROW_IS_REFERENCED ? new RightsRefused(Reason.ROLE_IN_USE) : e;
    }
  }

  private static ClientRoleRow changeable(
      EntityManager em, Membership maker, TenantId tenant, String id) {
    ClientRoleRow row = ownRow(em, tenant, id, LockModeType.PESSIMISTIC_WRITE);
    if (maker.role().id().equals(id)) {
      throw new RightsRefused(Reason.OWN);
    }
    Rules.requireWithin(maker, new Membership(row.toRole(), BatteryAccess.ALL));
    return row;
  }

  private static Set<Permission> whole(Membership maker, Set<Permission> permissions) {
    if (!Permission.OF_PEOPLE.containsAll(permissions)) {
      throw new InvalidException("permissions", "only keys send samples: no role can");
    }
    EnumSet<Permission> whole = EnumSet.of(Permission.VIEW_FLEET);
    whole.addAll(permissions);
    Role role = new Role("", Optional.empty(), whole);
    Rules.requireWithin(maker, new Membership(role, BatteryAccess.ALL));
    return whole;
  }

  private static String name(String text) {
    String name = Accounts.name("name", text);
    if (name.length() > MAX_NAME) {
      throw new InvalidException("name", "a role's name has at most " + MAX_NAME + " characters");
    }
    return name;
  }

  @FunctionalInterface
  private interface Writing {
    Role write();
  }

  private static Role named(Writing writing) {
    try {
      return writing.write();
    } catch (DatabaseException e) {
      throw e.errorNumber() == DUPLICATE_KEY ? new RightsRefused(Reason.NAME_TAKEN) : e;
    }
  }

  private void record(
      EntityManager em, TenantId tenant, Actor by, Action action, Role before, Role after) {
    String id = before == null ? after.id() : before.id();
    Change change = new Change(action, "role:" + id, values(before), values(after));
    audit.record(em, Optional.of(tenant), by, change);
  }

  private static Map<String, String> values(Role role) {
    return role == null
        ? Map.of()
        : Map.of(
            "name",
            role.name().orElse(""),
            "permissions",
            role.permissions().stream().map(Permission::name).collect(Collectors.joining(",")));
  }

  private static List<Role> own(EntityManager em, TenantId tenant) {
    return em.createQuery(
            "select r from ClientRoleRow r where r.tenant = :tenant order by r.name",
            ClientRoleRow.class)
        .setParameter("tenant", tenant.slug())
        .getResultStream()
        .map(ClientRoleRow::toRole)
        .toList();
  }

  /**
   * Of a role that is to be given: it can't be deleted before that is done.
   *
   * @return null when the role is built in
   * @throws InvalidException when it is neither that nor the client's own
   */
  static ClientRoleRow row(EntityManager em, TenantId tenant, Role role) {
    if (role.isBuiltIn()) {
      return null;
    }
    try {
      return ownRow(em, tenant, role.id(), LockModeType.PESSIMISTIC_WRITE);
    } catch (NotFoundException gone) {
      throw new InvalidException("role", gone.getMessage());
    }
  }

  static ClientRoleRow ownRow(EntityManager em, TenantId tenant, String id) {
    return ownRow(em, tenant, id, LockModeType.NONE);
  }

  private static ClientRoleRow ownRow(
      EntityManager em, TenantId tenant, String id, LockModeType lock) {
    ClientRoleRow row = em.find(ClientRoleRow.class, id, lock);
    if (row == null || !row.isOf(tenant)) {
      throw new NotFoundException("role \"" + id + "\"");
    }
    return row;
  }
}
