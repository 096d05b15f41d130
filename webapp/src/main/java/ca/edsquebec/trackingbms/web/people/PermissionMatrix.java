package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Role;
import java.util.Arrays;
import java.util.List;

/**
 * What each role may: a row a permission, a column a role.
 *
 * @param done what was done just before; empty when nothing was
 */
public record PermissionMatrix(List<Column> columns, List<Domain> domains, String done) {

  /**
   * @param changeable whether who looks may change it
   */
  public record Column(Role role, boolean changeable) {}

  /** Permissions that belong together. */
  public record Domain(String name, List<Row> rows) {}

  /**
   * @param held by the roles, in the order of the columns
   */
  public record Row(String name, List<Boolean> held) {}

  static PermissionMatrix of(List<Role> roles, Membership mine, String done) {
    List<Column> columns =
        roles.stream()
            .map(role -> new Column(role, !role.isBuiltIn() && isChangeable(role, mine)))
            .toList();
    List<Domain> domains =
        Arrays.stream(Permission.Domain.values())
            .map(domain -> new Domain(RoleForm.word(domain), rows(domain, roles)))
            .toList();
    return new PermissionMatrix(columns, domains, done);
  }

  private static boolean isChangeable(Role role, Membership mine) {
    return mine.access().isAll()
        && !mine.role().id().equals(role.id())
        && mine.permissions().containsAll(role.permissions());
  }

  private static List<Row> rows(Permission.Domain domain, List<Role> roles) {
    return Permission.OF_PEOPLE.stream()
        .filter(permission -> permission.domain() == domain)
        .map(
            permission ->
                new Row(
                    RoleForm.word(permission),
                    roles.stream().map(role -> role.permissions().contains(permission)).toList()))
        .toList();
  }
}
