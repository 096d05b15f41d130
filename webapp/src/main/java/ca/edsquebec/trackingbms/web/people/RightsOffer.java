package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Texts;
import ca.edsquebec.trackingbms.web.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody may give another person, and no more than that somebody has.
 *
 * @param roles those without a permission that the giver has not
 */
public record RightsOffer(List<Role> roles, ScopePicker scopes) {

  static RightsOffer of(Roles roles, ScopeNames names, Caller caller) {
    Membership mine = caller.membership();
    List<Role> givable =
        roles.list(caller.tenant()).stream()
            .filter(role -> mine.permissions().containsAll(role.permissions()))
            .toList();
    return new RightsOffer(givable, ScopePicker.of(names, mine.access()));
  }

  /** The form, with what is wrong about role and scope. */
  Form judged(Form form, Texts texts) {
    Form judged = form;
    if (role(form).isEmpty()) {
      judged = judged.wrong("role", texts.of("people.role-missing"));
    }
    if (scopes.chosen(form).isEmpty()) {
      judged = judged.wrong("scope", texts.of("people.scope-missing"));
    }
    return judged;
  }

  /** What was chosen on a form with nothing wrong about it. */
  Membership chosen(Form form) {
    BatteryAccess access = scopes.chosen(form).orElseThrow();
    return new Membership(role(form).orElseThrow(), access);
  }

  private Optional<Role> role(Form form) {
    return roles.stream().filter(is(form.value("role"))).findFirst();
  }

  private static Predicate<Role> is(String id) {
    return role -> role.id().equals(id);
  }
}
