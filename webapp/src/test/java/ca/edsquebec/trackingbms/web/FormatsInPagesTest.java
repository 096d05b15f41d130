package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.platform.Formats;
import jakarta.el.ELProcessor;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The formatter as the expressions of a page use it. */
class FormatsInPagesTest {

  private final ELProcessor page = new ELProcessor();

  FormatsInPagesTest() {
    page.defineBean("f", new Formats(Locale.CANADA_FRENCH, ZoneId.of("America/Toronto")));
  }

  @Test
  void printsAQuantityWholeOrInParts() {
    page.setVariable("amperes", "-142.36");
    assertThat(shown("f.current(amperes)")).isEqualTo("\u2212142,4\u00a0A");
    assertThat(shown("f.current(amperes).value()")).isEqualTo("\u2212142,4");
    assertThat(shown("f.current(amperes).unit()")).isEqualTo("A");
  }

  @Test
  void takesANullForAbsentAndNotForZero() {
    assertThat(shown("f.soc(null)")).isEqualTo("—");
    assertThat(shown("f.number(null, 1)")).isEqualTo("—");
    assertThat(shown("f.dateTime(null)")).isEqualTo("—");
    assertThat(shown("f.age(null, 0)")).isEqualTo("jamais");
  }

  @Test
  void takesWholeNumbers() {
    assertThat(shown("f.count(1234)")).isEqualTo("1\u00a0234");
    assertThat(shown("f.soc(62)")).isEqualTo("62\u00a0%");
  }

  private String shown(String expression) {
    return page.getValue(expression, String.class);
  }
}
