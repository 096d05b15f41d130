package ca.edsquebec.trackingbms.identity;

import java.util.Set;

/** What an API key is for. Stored by name. */
public enum Scope {
  INGEST(Permission.INGEST),
  READ(Permission.VIEW_FLEET);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes an immutable one.
  private final Set<Permission> permissions;

  Scope(Permission permission) {
    this.permissions = Set.of(permission);
  }

  Set<Permission> permissions() {
    return permissions;
  }
}
