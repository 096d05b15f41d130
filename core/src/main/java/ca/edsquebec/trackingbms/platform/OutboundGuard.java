package ca.edsquebec.trackingbms.platform;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps the portal from being sent to addresses of its own network, or to this machine by any of
 * its addresses: whoever may give it an address to call (a webhook, a device to ask) must not reach
 * by it what only this host can. Safe for any number of threads.
 *
 * <p>The caller connects to {@link OutboundAddress#address()}, which was checked, and does not
 * resolve the name again: between two look-ups a name may change its mind. Redirects are addresses
 * of their own: don't follow them, or check them too.
 */
public final class OutboundGuard {

  /** How a name is looked up. */
  interface Resolver {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  private static final Set<String> WEB = Set.of("http", "https");
  private static final Set<Integer> WEB_PORTS = Set.of(80, 443, 8080, 8443);

  /** What the IANA registries of special addresses call not globally reachable, and multicast. */
  private static final AddressBlocks PRIVATE =
      AddressBlocks.parse(
          "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12"
              + " 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15"
              + " 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
              + " ::/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16"
              + " 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8");

  /**
   * A host whose last part is a number is an IPv4 address to some programs, whatever the base it is
   * written in: {@code 0177.0.0.1}, {@code 0x7f.1}, {@code 2130706433}.
   */
  private static final Pattern NUMBER =
      Pattern.compile("(?U)(.*[.\u3002\uff0e\uff61])?(\\d+|0[xX]\\p{XDigit}*)\\.?");

  private final boolean allowPrivate;
  private final Resolver resolver;
  private final Supplier<Set<InetAddress>> own;

  /**
   * @param allowPrivate TBMS_ALLOW_PRIVATE_ADDRESSES: any address will do, any port for the web too
   */
  public OutboundGuard(boolean allowPrivate) {
    this(allowPrivate, InetAddress::getAllByName, OutboundGuard::ownAddresses);
  }

  /**
   * @param own this machine's addresses, asked for at each call: they may change
   */
  OutboundGuard(boolean allowPrivate, Resolver resolver, Supplier<Set<InetAddress>> own) {
    this.allowPrivate = allowPrivate;
    this.resolver = resolver;
    this.own = own;
  }

  /**
   * Where a web address leads. Looks its name up, which may take seconds.
   *
   * @throws InvalidException of the field {@code url}: not http or https, with a password, another
   *     port than 80, 443, 8080, 8443, no such name, or an address that is not to be called
   */
  public OutboundAddress web(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!WEB.contains(scheme) || url.getHost() == null) {
      throw new InvalidException("url", "the address must begin with https:// or http://");
    }
    if (url.getRawUserInfo() != null) {
      throw new InvalidException("url", "the address must not contain a name or password");
    }
    int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    if (!allowPrivate && !WEB_PORTS.contains(port)) {
      throw new InvalidException("url", "port " + port + " is not one of " + sorted(WEB_PORTS));
    }
    String host = url.getHost().replaceAll("[\\[\\]]", "");
    return new OutboundAddress(host, check("url", host), port);
  }

  /**
   * Where a device is asked, on any port.
   *
   * @throws InvalidException of the field {@code host} or {@code port}
   */
  public OutboundAddress device(String host, int port) {
    if (port < 1 || port > 65_535) {
      throw new InvalidException("port", "\"" + port + "\" is not a port from 1 to 65535");
    }
    return new OutboundAddress(host, check("host", host), port);
  }

  // All of a name's addresses must do: which one would be tried is not ours to say.
  private InetAddress check(String field, String host) {
    if (!allowPrivate && NUMBER.matcher(host).matches() && IpText.parse(host).isEmpty()) {
      throw new InvalidException(
          field,
          "\"%s\" is no address: write four decimal numbers without leading zeros".formatted(host));
    }
    InetAddress[] found;
    try {
      found = host.isBlank() ? new InetAddress[0] : resolver.addressesOf(host);
    } catch (UnknownHostException e) {
      found = new InetAddress[0];
    }
    if (found.length == 0) {
      throw new InvalidException(field, "there is no host \"" + host + "\"");
    }
    if (!allowPrivate && List.of(found).stream().anyMatch(this::isOurs)) {
      // Not which address: that would tell an outsider what names mean inside.
      throw new InvalidException(
          field, "\"" + host + "\" leads to an address that is not to be called from here");
    }
    return found[0];
  }

  private boolean isOurs(InetAddress address) {
    return PRIVATE.contains(address) || own.get().contains(address);
  }

  private static Set<InetAddress> ownAddresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .collect(Collectors.toSet());
    } catch (SocketException e) {
      // Nothing is called that could not be compared.
      throw new UncheckedIOException("this machine's addresses could not be read", e);
    }
  }

  private static List<Integer> sorted(Set<Integer> ports) {
    return ports.stream().sorted().toList();
  }
}
