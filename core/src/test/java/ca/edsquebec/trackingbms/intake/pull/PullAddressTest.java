package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullAddressTest {

  @Test
  void readsWhatItWrites() {
    for (String text :
        new String[] {
          "tcp://battery.example:9001",
          "rtu-tcp://10.0.0.7:4001",
          "modbus-tcp://[2001:db8::7]:1502",
          "socketcand://gateway.example:29536/can0",
          "canlog://gateway.example:28700"
        }) {
      assertThat(PullAddress.parse(text)).hasToString(text);
    }
  }

  @Test
  void knowsTheUsualPorts() {
    assertThat(PullAddress.parse("modbus-tcp://a.example").port()).isEqualTo(502);
    assertThat(PullAddress.parse(" SOCKETCAND://a.example/vcan1 "))
        .isEqualTo(new PullAddress(Transport.SOCKETCAND, "a.example", 29536, "vcan1"));
    assertThat(PullAddress.parse("canlog://a.example/").port()).isEqualTo(28700);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "battery.example:9001",
        "http://battery.example:80",
        "tcp://battery.example",
        "tcp://:9001",
        "tcp://battery.example:0",
        "tcp://battery.example:65536",
        "tcp://user:secret@battery.example:9001",
        "tcp://battery.example:9001/can0",
        "tcp://battery.example:9001?a=b",
        "socketcand://gateway.example:29536",
        "socketcand://gateway.example:29536/can0/1",
        "socketcand://gateway.example:29536/can0%20%3E%3C%20send",
        "tcp://battery.example :9001",
        "file:///etc/passwd"
      })
  void refusesWhatIsNoAddressOfADevice(String text) {
    assertThatThrownBy(() -> PullAddress.parse(text))
        .isInstanceOf(InvalidException.class)
        .hasMessageNotContaining("secret")
        .satisfies(e -> assertThat(((InvalidException) e).field()).isEqualTo("address"));
  }

  @Test
  void refusesWhatIsTooLongForItsColumn() {
    assertThatThrownBy(() -> PullAddress.parse("tcp://" + "a".repeat(250) + ":9001"))
        .isInstanceOf(InvalidException.class);
  }
}
