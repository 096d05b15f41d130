package ca.edsquebec.trackingbms.identity;

import java.util.Set;

/**
 * What a person may at a client.
 *
 * @param role what this person may do
 * @param access with which batteries
 */
public record Membership(Role role, BatteryAccess access) {

  /** All that a person can have at a client; so has whoever works at the command line. */
  public static final Membership WHOLE = new Membership(Role.CLIENT_ADMIN, BatteryAccess.ALL);

  public Set<Permission> permissions() {
    return role.permissions();
  }

  /** Whether who has this may give the other: nobody can give what is not his. */
  public boolean includes(Membership other) {
    return permissions().containsAll(other.permissions()) && access.includes(other.access);
  }
}
