package ca.edsquebec.trackingbms.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scripts lose their comments on the way, and nothing else. */
class ServedScriptTest {

  @Test
  void commentLinesAreLeftEmpty() {
    assertThat(ServedScript.of("// What it does.\n\nuse(x);\n  // Why.\n  go(); // here\n"))
        .isEqualTo("\n\nuse(x);\n\n  go(); // here\n");
  }

  @Test
  void addressesStay() {
    String source = "const path = location.host + '//' + name;\n";
    assertThat(ServedScript.of(source)).isEqualTo(source);
  }
}
