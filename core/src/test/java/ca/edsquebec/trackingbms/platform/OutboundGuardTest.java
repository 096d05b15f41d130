package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {

  private final Queue<List<String>> answers = new ArrayDeque<>();
  private Set<InetAddress> own = Set.of();
  private final OutboundGuard guard = new OutboundGuard(false, this::next, () -> own);
  private final OutboundGuard open = new OutboundGuard(true, this::next, () -> own);

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0177.0.0.1",
        "127.0.0.01",
        "010.8.8.8",
        "0x7f.1",
        "0x7F.0.0.0x1",
        "0x7f000001",
        "0x",
        "2130706433",
        "017700000001",
        "127.1",
        "127.0.1",
        "8.8.2056",
        "127.0.0.1.",
        "8.8.8.8.",
        "8.8.8.256",
        "1.2.3.4.5",
        "evil.example.1",
        "\uff11\uff12\uff17.0.0.1",
        "127\u30020\u30020\u30021"
      })
  void neverLooksUpNumbersThatAreAddressesInDisguise(String host) {
    assertThatThrownBy(() -> guard.device(host, 502))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(host);
    assertThatThrownBy(() -> guard.web(URI.create("http://" + host + "/")))
        .isInstanceOf(InvalidException.class);
    answers.add(List.of("127.0.0.1"));
    assertThat(open.device(host, 502).host())
        .as("an installation that allows its network decides itself")
        .isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x0177.example", "0x7f.example", "127.0.0.1.example", "1and1.com"})
  void looksUpNamesThatBeginLikeNumbers(String host) {
    answers.add(List.of("8.8.8.8"));
    assertThat(guard.device(host, 502).host()).isEqualTo(host);
  }

  @Test
  void readsWrittenAddressesAsTheSystemDoes() {
    OutboundGuard real = new OutboundGuard(false);
    for (String host :
        List.of(
            "127.1",
            "2130706433",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[0:0:0:0:0:ffff:10.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b::8.8.8.8]",
            "127.0.0.1",
            "[::1]",
            "localhost")) {
      assertThatThrownBy(() -> real.web(URI.create("http://" + host + "/")))
          .as(host)
          .isInstanceOf(InvalidException.class);
      assertThatThrownBy(() -> real.device(host.replaceAll("[\\[\\]]", ""), 502))
          .as(host)
          .isInstanceOf(InvalidException.class);
    }
    assertThat(real.device("8.8.8.8", 502).address().getHostAddress()).isEqualTo("8.8.8.8");
  }

  @Test
  void callsNoPublicAddressOfThisMachine() {
    own = Set.of(IpText.parse("8.8.4.4").orElseThrow(), IpText.parse("2606:4700::7").orElseThrow());
    for (String address : List.of("8.8.4.4", "2606:4700::7")) {
      answers.add(List.of("1.1.1.1", address));
      assertThatThrownBy(() -> guard.device("self.example", 3306))
          .isInstanceOf(InvalidException.class)
          .hasMessageNotContaining(address);
      answers.add(List.of(address));
      assertThat(open.device("self.example", 3306).port()).isEqualTo(3306);
    }
    answers.add(List.of("8.8.8.8"));
    assertThat(guard.device("other.example", 502).port()).isEqualTo(502);
    own = Set.of(IpText.parse("8.8.8.8").orElseThrow());
    answers.add(List.of("8.8.8.8"));
    assertThatThrownBy(() -> guard.device("other.example", 502))
        .as("an address that the machine got meanwhile")
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void knowsTheAddressesOfThisMachine() throws SocketException {
    OutboundGuard real = new OutboundGuard(false);
    List<String> all =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
            .toList();
    assertThat(all).isNotEmpty();
    for (String address : all) {
      assertThatThrownBy(() -> real.device(address, 502))
          .as(address)
          .isInstanceOf(InvalidException.class);
    }
  }

  private InetAddress[] next(String host) throws UnknownHostException {
    List<String> found = answers.remove();
    return found.stream().map(text -> IpText.parse(text).orElseThrow()).toArray(InetAddress[]::new);
  }
}
