package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlocksTest {

  private static final AddressBlocks SOME =
      AddressBlocks.parse(" 10.1.2.3, 192.168.4.0/22 172.16.0.0/12,2001:db8::/33 ::1");

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, true",
    "::ffff:10.1.2.3, true",
    "10.1.2.4, false",
    "192.168.7.255, true",
    "192.168.8.0, false",
    "172.31.255.255, true",
    "172.32.0.0, false",
    "2001:db8:7fff::1, true",
    "2001:db8:8000::1, false",
    "::1, true",
    "::2, false",
    "0.0.0.1, false"
  })
  void knowsWhatIsInIt(String address, boolean in) {
    assertThat(SOME.contains(IpText.parse(address).orElseThrow())).isEqualTo(in);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.1/33",
        "::1/129",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "fe80::1%eth0",
        "1.2.3.4:80",
        "deadbeef",
        "010.0.0.1"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> AddressBlocks.parse("10.0.0.1," + text))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " , "})
  void maybeEmpty(String text) {
    assertThat(AddressBlocks.parse(text).isEmpty()).isTrue();
  }
}
