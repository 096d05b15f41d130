package ca.edsquebec.trackingbms.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every form that changes something carries the token that shows whose page made it. */
class FormsTest {

  private static final Pattern POSTED =
      Pattern.compile("(?is)<form\\b(?=[^>]*\\bmethod=\"post\")(.*?)</form>");

  @Test
  void everyPostedFormBeginsWithItsToken() {
    int forms = 0;
    for (Markup page : Sources.pages()) {
      Matcher form = POSTED.matcher(page.source);
      while (form.find()) {
        forms++;
        int token = form.group(1).indexOf("<ui:csrf/>");
        assertThat(token).as(page.path + " has a form without <ui:csrf/>").isNotNegative();
        assertThat(form.group(1).substring(0, token))
            .as(page.path + " has a field before its token")
            .doesNotContain("<input", "<select", "<textarea", "<ui:field");
      }
    }
    assertThat(forms).isGreaterThan(5);
  }
}
