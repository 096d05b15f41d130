package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {

  private final Queue<List<String>> answers = new ArrayDeque<>();
  private final OutboundGuard guard = new OutboundGuard(false, this::next);
  private final OutboundGuard open = new OutboundGuard(true, this::next);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.5.5",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.251",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "::7f00:1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:db8::1"
      })
  void callsNoAddressOfItsOwnNetwork(String address) {
    answers.add(List.of(address));
    assertThatThrownBy(() -> guard.web(URI.create("https://hook.example/")))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("hook.example")
        .hasMessageNotContaining(address);
    answers.add(List.of(address));
    assertThatThrownBy(() -> guard.device("hook.example", 502))
        .isInstanceOf(InvalidException.class);
    answers.add(List.of(address));
    assertThat(open.device("hook.example", 502).port()).isEqualTo(502);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void callsWhatEverybodyCan(String address) {
    answers.add(List.of(address));
    OutboundAddress to = guard.web(URI.create("https://hook.example/x"));
    assertThat(to.address()).isEqualTo(IpText.parse(address).orElseThrow());
    assertThat(to.host()).isEqualTo("hook.example");
    assertThat(to.port()).isEqualTo(443);
  }

  @Test
  void believesNoNameOfWhichOneAddressIsPrivate() {
    answers.add(List.of("8.8.8.8", "10.0.0.1"));
    assertThatThrownBy(() -> guard.device("mixed.example", 80))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void staysWithTheAddressItCheckedWhenTheNameChangesItsMind() {
    answers.add(List.of("8.8.8.8"));
    answers.add(List.of("127.0.0.1"));
    OutboundAddress to = guard.web(URI.create("http://rebind.example"));
    assertThat(to.socketAddress().getAddress().getHostAddress()).isEqualTo("8.8.8.8");
    assertThat(answers).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://hook.example/",
        "file:///etc/passwd",
        "gopher://hook.example/",
        "hook.example",
        "https:hook",
        "https://user:pass@hook.example/",
        "https://hook.example:22/",
        "http://hook.example:3306/"
      })
  void takesOnlyAddressesOfTheWeb(String url) {
    answers.add(List.of("8.8.8.8"));
    assertThatThrownBy(() -> guard.web(URI.create(url))).isInstanceOf(InvalidException.class);
  }

  @Test
  void refusesNumbersThatAreAddressesInDisguise() {
    OutboundGuard real = new OutboundGuard(false);
    for (String host : List.of("127.1", "2130706433", "[::ffff:127.0.0.1]", "127.0.0.1", "[::1]")) {
      assertThatThrownBy(() -> real.web(URI.create("http://" + host + "/")))
          .as(host)
          .isInstanceOf(InvalidException.class);
    }
  }

  private InetAddress[] next(String host) throws UnknownHostException {
    List<String> found = answers.remove();
    return found.stream().map(text -> IpText.parse(text).orElseThrow()).toArray(InetAddress[]::new);
  }
}
