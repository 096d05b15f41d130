package ca.edsquebec.trackingbms.jobs.user;

import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.List;
import java.util.stream.Collectors;

/** Roles as they are named at the command line. */
final class RoleName {

  private RoleName() {}

  /**
   * @throws InvalidException when it is none of these
   */
  static Role of(String text, List<Role> roles) {
    return roles.stream()
        .filter(role -> name(role).equalsIgnoreCase(text) || role.id().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidException(
                    "role",
                    "'%s' is none of %s"
                        .formatted(
                            text,
                            roles.stream().map(RoleName::name).collect(Collectors.joining(", ")))));
  }

  // Within a client's command "admin" is enough.
  private static String name(Role role) {
    return role.name().orElse(role.id().replace("client-", ""));
  }
}
