package ca.edsquebec.trackingbms.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person is at a client: a set of permissions. Three roles are built in, the same
 * everywhere; a client may have further ones of its own, see {@link Roles}.
 *
 * @param id in addresses and JSON: {@code client-admin}, {@code user}, {@code read-only}, else
 *     opaque
 * @param name what the client calls a role of its own; empty for a built-in one, whose name is a
 *     text of the pages
 * @param permissions in the order of {@link Permission}
 */
public record Role(String id, Optional<String> name, Set<Permission> permissions) {

  /** Everything that a person may at a client. */
  public static final Role CLIENT_ADMIN = builtIn("client-admin", Permission.OF_PEOPLE);

  /** Reads now; what people do with alerts comes to this one, and not to {@link #READ_ONLY}. */
  public static final Role USER = builtIn("user", Set.of(Permission.VIEW_FLEET));

  public static final Role READ_ONLY = builtIn("read-only", Set.of(Permission.VIEW_FLEET));

  /** The widest first. */
  public static final List<Role> BUILT_IN = List.of(CLIENT_ADMIN, USER, READ_ONLY);

  public Role {
    EnumSet<Permission> ordered = EnumSet.noneOf(Permission.class);
    ordered.addAll(permissions);
    permissions = Collections.unmodifiableSet(ordered);
  }

  private static Role builtIn(String id, Set<Permission> permissions) {
    return new Role(id, Optional.empty(), permissions);
  }

  public boolean isBuiltIn() {
    return name.isEmpty();
  }

  /** The built-in role of that id. */
  public static Optional<Role> builtIn(String id) {
    return BUILT_IN.stream().filter(role -> role.id().equals(id)).findFirst();
  }
}
