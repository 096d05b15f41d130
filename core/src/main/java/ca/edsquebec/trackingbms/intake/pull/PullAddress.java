package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where a device is asked, such as {@code modbus-tcp://battery.example:502} or {@code
 * socketcand://gateway.example/can0}. Holds no secret: names and passwords are refused.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 to 65535
 * @param bus of socketcand; else empty
 */
public record PullAddress(Transport transport, String host, int port, String bus) {

  static final int MAX_LENGTH = 255;

  private static final String FIELD = "address";
  private static final String BUS = "[A-Za-z0-9_.-]{1,15}";

  /**
   * @throws InvalidException of the field {@code address}, telling what such an address looks like
   */
  public static PullAddress parse(String text) {
    String given = text.strip();
    URI uri = uri(given);
    Transport transport =
        Transport.of(uri.getScheme() == null ? "" : uri.getScheme())
            .orElseThrow(() -> wrong(given, "begins with one of " + schemes()));
    if (uri.getHost() == null || uri.getHost().isEmpty()) {
      throw wrong(given, "has a host and a port behind " + transport.scheme() + "://");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new InvalidException(FIELD, "the address must have neither a name nor a password");
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : transport.usualPort().orElse(0);
    if (port < 1 || port > 65_535) {
      throw wrong(given, "has a port from 1 to 65535");
    }
    return new PullAddress(
        transport, uri.getHost().replaceAll("[\\[\\]]", ""), port, bus(given, uri, transport));
  }

  private static URI uri(String given) {
    if (given.length() > MAX_LENGTH) {
      throw new InvalidException(
          FIELD, "the address has %d characters, at most 255 will do".formatted(given.length()));
    }
    try {
      return new URI(given);
    } catch (URISyntaxException e) {
      throw wrong(given, "looks like tcp://host:port");
    }
  }

  private static String bus(String given, URI uri, Transport transport) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("^/", "");
    if (transport.hasBus() && !path.matches(BUS)) {
      throw wrong(given, "names its bus behind the port: socketcand://host:29536/can0");
    }
    if (!transport.hasBus() && !path.isEmpty()) {
      throw wrong(given, "ends with its port");
    }
    return path;
  }

  private static InvalidException wrong(String given, String what) {
    // What stands before an at sign may be a password: it is shown to nobody.
    String shown = given.replaceAll("//[^/]*@", "//…@");
    return new InvalidException(FIELD, "\"" + shown + "\" is no such address: it " + what);
  }

  private static String schemes() {
    return Arrays.stream(Transport.values())
        .map(transport -> transport.scheme() + "://")
        .collect(Collectors.joining(", "));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return transport.scheme() + "://" + name + ":" + port + (bus.isEmpty() ? "" : "/" + bus);
  }
}
