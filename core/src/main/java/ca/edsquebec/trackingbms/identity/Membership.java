package ca.edsquebec.trackingbms.identity;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person may at a client.
 *
 * @param role what this person may do
 * @param access with which batteries
 */
public record Membership(Role role, BatteryAccess access) {

  /** All that a person can have at a client; so has whoever works at the command line. */
  public static final Membership WHOLE = new Membership(Role.CLIENT_ADMIN, BatteryAccess.ALL);

  /** Those of the role; who has some batteries only has none that concern the client as a whole. */
  public Set<Permission> permissions() {
    Set<Permission> permissions = role.permissions();
    return access.isAll()
        ? permissions
        : permissions.stream()
            .filter(permission -> permission.domain() != Permission.Domain.CLIENT)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether who has this may give the other: nobody can give what is not his. */
  public boolean includes(Membership other) {
    return permissions().containsAll(other.permissions()) && access.includes(other.access);
  }
}
