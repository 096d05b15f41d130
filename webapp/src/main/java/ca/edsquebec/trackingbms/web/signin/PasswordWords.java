package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.identity.PasswordRules;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.Locale;

/** Says what is wrong with a new password; for every form that asks for one. */
public final class PasswordWords {

  private PasswordWords() {}

  /**
   * @param field the name of the password's field
   * @param own what others know of the person: address, name
   */
  public static Form judged(Form form, String field, Texts texts, String... own) {
    return PasswordRules.fault(form.raw(field), own)
        .map(
            fault ->
                form.wrong(
                    field, texts.of("password.fault." + fault.name().toLowerCase(Locale.ROOT))))
        .orElse(form);
  }
}
