package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.platform.AddressBlocks;
import ca.edsquebec.trackingbms.platform.IpText;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees through the proxies that are trusted, and through no others: the address, scheme and host of
 * a request are those of the client.
 */
public final class Proxies {

  private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
  private static final String FOR = "X-Forwarded-For";
  private static final String PROTO = "X-Forwarded-Proto";
  private static final String HOST = "X-Forwarded-Host";

  private final AddressBlocks trusted;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * @param trusted whose forwarding headers are believed
   */
  public Proxies(AddressBlocks trusted) {
    this.trusted = trusted;
  }

  /** The request as the client sent it. */
  HttpServletRequest seeThrough(HttpServletRequest request) {
    Optional<InetAddress> peer = IpText.parse(request.getRemoteAddr());
    if (peer.isEmpty() || !trusted.contains(peer.get())) {
      warnOfUntrusted(request);
      return request;
    }
    return new ForwardedRequest(
        request,
        client(peer.get(), request).getHostAddress(),
        last(request, PROTO)
            .map(proto -> proto.equalsIgnoreCase("https"))
            .orElse(request.isSecure()),
        last(request, HOST));
  }

  static boolean isForwarded(HttpServletRequest request) {
    return request.getHeader(FOR) != null || request.getHeader(PROTO) != null;
  }

  // From the right: each proxy adds whom it heard. What a stranger says of others counts nothing.
  private InetAddress client(InetAddress peer, HttpServletRequest request) {
    InetAddress client = peer;
    List<String> hops = new ArrayList<>(values(request, FOR));
    Collections.reverse(hops);
    for (String hop : hops) {
      Optional<InetAddress> address = IpText.parse(withoutPort(hop));
      if (address.isEmpty()) {
        return client;
      }
      client = address.get();
      if (!trusted.contains(client)) {
        return client;
      }
    }
    return client;
  }

  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }

  private static Optional<String> last(HttpServletRequest request, String header) {
    List<String> values = values(request, header);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  private static List<String> values(HttpServletRequest request, String header) {
    List<String> values = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(header))) {
      for (String value : line.split(",")) {
        if (!value.isBlank()) {
          values.add(value.strip());
        }
      }
    }
    return values;
  }

  // Once: behind a proxy that nobody named, every single request would say so.
  private void warnOfUntrusted(HttpServletRequest request) {
    if (isForwarded(request) && warned.compareAndSet(false, true)) {
      LOG.warn(
          "Forwarding headers from {} are not believed: if it is your proxy, name it in"
              + " TBMS_TRUSTED_PROXIES",
          request.getRemoteAddr());
    }
  }
}
