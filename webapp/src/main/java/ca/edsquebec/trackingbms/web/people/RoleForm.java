package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.web.page.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of a role of a client's own.
 *
 * @param id empty for a new one
 * @param form with {@code name} and {@code permission}
 * @param domains what may be put into it
 */
public record RoleForm(String id, Form form, List<Domain> domains) {

  static final String FIELD = "permission";

  /** Permissions that belong together. */
  public record Domain(String name, List<Choice> choices) {}

  /**
   * @param given whether the role always has it
   * @param offered whether who looks may give it
   */
  public record Choice(String name, boolean given, boolean offered) {}

  static RoleForm of(String id, Form form, Membership mine) {
    List<Domain> domains =
        Arrays.stream(Permission.Domain.values())
            .map(domain -> new Domain(word(domain), choices(domain, mine)))
            .toList();
    return new RoleForm(id, form, domains);
  }

  private static List<Choice> choices(Permission.Domain domain, Membership mine) {
    return Permission.OF_PEOPLE.stream()
        .filter(permission -> permission.domain() == domain)
        .map(
            permission ->
                new Choice(
                    word(permission),
                    permission == Permission.VIEW_FLEET,
                    mine.permissions().contains(permission)))
        .toList();
  }

  static Form filled(Role role) {
    return Form.empty()
        .with("name", role.name().orElse(""))
        .with(FIELD, role.permissions().stream().map(RoleForm::word).toArray(String[]::new));
  }

  /** Those that exist among what was chosen. */
  static Set<Permission> permissions(Form form) {
    return Arrays.stream(Permission.values())
        .filter(permission -> form.has(FIELD, word(permission)))
        .collect(Collectors.toSet());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
