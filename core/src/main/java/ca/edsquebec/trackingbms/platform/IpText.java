package ca.edsquebec.trackingbms.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an IP address as it is written; no name is ever looked up. */
public final class IpText {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");

  private IpText() {}

  /**
   * IPv4 in four decimal numbers, or IPv6 without brackets and zone. An IPv4 address written as
   * IPv6 ({@code ::ffff:10.0.0.1}) is that IPv4 address.
   *
   * @return empty when it is neither
   */
  public static Optional<InetAddress> parse(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }
}
