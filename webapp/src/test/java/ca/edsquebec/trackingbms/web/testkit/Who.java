package ca.edsquebec.trackingbms.web.testkit;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Endpoint;
import java.util.Set;

/** Everybody who may come to the door, all asking for acme. */
public enum Who {
  CLIENT_ADMIN("client administrator", Role.CLIENT_ADMIN.permissions()),
  USER("user", Role.USER.permissions()),
  SCOPED("user of another place", Role.USER.permissions()),
  READ_ONLY("read-only", Role.READ_ONLY.permissions()),
  CUSTOM("own role: users", Set.of(Permission.VIEW_FLEET, Permission.MANAGE_USERS)),
  INGEST_KEY("ingest key", Set.of(Permission.INGEST)),
  READ_KEY("read key", Set.of(Permission.VIEW_FLEET)),
  PLATFORM_ADMIN("platform administrator", Set.of()),
  SUPPORT("support visitor", Set.of(Permission.VIEW_FLEET)),
  OTHER_ADMIN("administrator of another client", Set.of()),
  EXPIRED("expired token", Set.of()),
  ANONYMOUS("nobody known", Set.of());

  /** What somebody meets. */
  public enum Outcome {
    /** Let in; what is asked for may still be missing or wrong. */
    ALLOWED("yes"),
    UNKNOWN("401"),
    FORBIDDEN("403"),
    /** As if it were not there. */
    HIDDEN("404");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // Of Set.of and Role, which are.
  private final Set<Permission> permissions;

  Who(String title, Set<Permission> permissions) {
    this.title = title;
    this.permissions = permissions;
  }

  public String title() {
    return title;
  }

  /** What the annotations of an endpoint promise. */
  public Outcome expected(Endpoint endpoint) {
    return switch (endpoint.access()) {
      case OPEN -> Outcome.ALLOWED;
      case SIGNED_IN ->
          isKnown(isKey() && endpoint.isAboutAnAccount() ? Outcome.FORBIDDEN : Outcome.ALLOWED);
      case PLATFORM ->
          this == PLATFORM_ADMIN || this == SUPPORT ? Outcome.ALLOWED : isKnown(Outcome.FORBIDDEN);
      case PERMITTED -> isKnown(ofClient(endpoint));
    };
  }

  private Outcome ofClient(Endpoint endpoint) {
    if (this == OTHER_ADMIN || this == PLATFORM_ADMIN) {
      return Outcome.HIDDEN;
    }
    if (!permissions.contains(endpoint.permission().orElseThrow())) {
      return Outcome.FORBIDDEN;
    }
    return this == SCOPED && endpoint.showsABattery() ? Outcome.HIDDEN : Outcome.ALLOWED;
  }

  private Outcome isKnown(Outcome then) {
    return isKnown() ? then : Outcome.UNKNOWN;
  }

  private boolean isKey() {
    return this == INGEST_KEY || this == READ_KEY;
  }

  private boolean isKnown() {
    return this != ANONYMOUS && this != EXPIRED;
  }
}
