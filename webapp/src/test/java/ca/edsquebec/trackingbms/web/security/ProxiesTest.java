package ca.edsquebec.trackingbms.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.platform.AddressBlocks;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

  private final Proxies proxies = new Proxies(AddressBlocks.parse("10.0.0.0/8, ::1"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8.8.8.8  | 1.2.3.4                        | 8.8.8.8",
        "10.0.0.1 | 1.2.3.4                        | 1.2.3.4",
        "10.0.0.1 | 9.9.9.9, 1.2.3.4, 10.0.0.2     | 1.2.3.4",
        "10.0.0.1 | 127.0.0.1, 1.2.3.4             | 1.2.3.4",
        "10.0.0.1 | 10.0.0.3, 10.0.0.2             | 10.0.0.3",
        "10.0.0.1 | 1.2.3.4, unknown               | 10.0.0.1",
        "10.0.0.1 | 1.2.3.4, unknown, 10.0.0.9     | 10.0.0.9",
        "10.0.0.1 | 1.2.3.4:5555                   | 1.2.3.4",
        "10.0.0.1 | [2001:db8::7]:443              | 2001:db8:0:0:0:0:0:7",
        "10.0.0.1 | <script>                       | 10.0.0.1",
        "10.0.0.1 | ,                              | 10.0.0.1",
        "0:0:0:0:0:0:0:1 | 1.2.3.4                 | 1.2.3.4"
      })
  void clientIsTheFirstFromTheRightThatIsNoProxyOfOurs(String peer, String header, String client) {
    HttpServletRequest seen =
        proxies.seeThrough(request(peer, Map.of("X-Forwarded-For", List.of(header))));
    assertThat(seen.getRemoteAddr()).isEqualTo(client);
  }

  @Test
  void twoLinesOfAHeaderAreOneList() {
    HttpServletRequest seen =
        proxies.seeThrough(
            request(
                "10.0.0.1", Map.of("X-Forwarded-For", List.of("1.1.1.1", "2.2.2.2, 10.0.0.5"))));
    assertThat(seen.getRemoteAddr()).isEqualTo("2.2.2.2");
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, https, true", "10.0.0.1, http, false", "8.8.8.8, https, false"})
  void protocolCountsFromATrustedProxyOnly(String peer, String proto, boolean secure) {
    HttpServletRequest seen =
        proxies.seeThrough(request(peer, Map.of("X-Forwarded-Proto", List.of(proto))));
    assertThat(seen.isSecure()).isEqualTo(secure);
    assertThat(seen.getScheme()).isEqualTo(secure ? "https" : "http");
  }

  private static HttpServletRequest request(String peer, Map<String, List<String>> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ProxiesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, given) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "isSecure" -> false;
                  case "getScheme" -> "http";
                  case "getHeader" ->
                      headers.getOrDefault((String) given[0], List.of()).stream()
                          .findFirst()
                          .orElse(null);
                  case "getHeaders" ->
                      Collections.enumeration(headers.getOrDefault((String) given[0], List.of()));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
