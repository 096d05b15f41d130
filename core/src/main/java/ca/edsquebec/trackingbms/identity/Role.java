package ca.edsquebec.trackingbms.identity;

import java.util.Set;

/** What a person is at a client: a set of permissions. Stored by name. */
public enum Role {
  CLIENT_ADMIN(
      Set.of(
          Permission.VIEW_FLEET,
          Permission.MANAGE_FLEET,
          Permission.MANAGE_USERS,
          Permission.MANAGE_KEYS)),
  /** Reads. For now all of the client's batteries: nothing narrows a user's scope yet. */
  USER(Set.of(Permission.VIEW_FLEET));

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes an immutable one.
  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = permissions;
  }

  Set<Permission> permissions() {
    return permissions;
  }
}
