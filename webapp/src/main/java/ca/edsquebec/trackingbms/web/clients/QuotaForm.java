package ca.edsquebec.trackingbms.web.clients;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.Quota;
import ca.edsquebec.trackingbms.web.page.Form;
import java.util.OptionalLong;

/** A quota as a form has it: whole numbers; an empty field is no limit. */
final class QuotaForm {

  private QuotaForm() {}

  static Form of(Quota quota) {
    return Form.empty()
        .with("batteries", text(quota.batteries()))
        .with("users", text(quota.users()))
        .with("samplesADay", text(quota.samplesADay()));
  }

  /**
   * @throws InvalidException naming the field that holds no such number
   */
  static Quota read(Form form) {
    return new Quota(number(form, "batteries"), number(form, "users"), number(form, "samplesADay"));
  }

  private static OptionalLong number(Form form, String field) {
    // People write thousands with the blanks of their language.
    String digits = form.value(field).replaceAll("[\\s\\u00a0\\u202f]", "");
    if (digits.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!digits.matches("\\d{1,15}")) {
      throw new InvalidException(field, "\"" + digits + "\" is no whole number");
    }
    return OptionalLong.of(Long.parseLong(digits));
  }

  private static String text(OptionalLong limit) {
    return limit.isPresent() ? Long.toString(limit.getAsLong()) : "";
  }
}
