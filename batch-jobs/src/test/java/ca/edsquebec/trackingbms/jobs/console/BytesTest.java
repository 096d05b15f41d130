package ca.edsquebec.trackingbms.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.00 kB",
    "1234, 1.23 kB",
    "9994, 9.99 kB",
    "9996, 10.0 kB",
    "99949, 99.9 kB",
    "99951, 100 kB",
    "999499, 999 kB",
    "999500, 1.00 MB",
    "16384000, 16.4 MB",
    "1310000000, 1.31 GB",
    "9223372036854775807, 9.22 EB"
  })
  void areShownWithThreeDigits(long bytes, String text) {
    assertThat(Bytes.shown(bytes)).isEqualTo(text);
  }
}
