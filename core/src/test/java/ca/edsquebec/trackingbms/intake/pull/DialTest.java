package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,false",
    "[2001:db8::7],false",
    "bms.example.com,true",
    "10.1.example,true",
    "1a,true"
  })
  void onlyNamesAreLookedUp(String host, boolean lookup) {
    PullAddress address = PullAddress.parse("tcp://" + host + ":9");
    assertThat(new Dial(null, null, address).needsLookup()).isEqualTo(lookup);
  }
}
