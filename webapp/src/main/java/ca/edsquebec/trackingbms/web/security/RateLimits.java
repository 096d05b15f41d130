package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.platform.IpText;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often each may ask: a key, a person, an address that proves nothing. Who proves something is
 * not slowed by others behind the same address.
 */
public final class RateLimits {

  private static final String INGEST = "/api/v1/ingest/";
  private static final int NETWORK_BYTES = 8;

  private final RateLimit ingest;
  private final RateLimit keys;
  private final RateLimit accounts;
  private final RateLimit addresses;

  public RateLimits(Settings settings) {
    this(settings, System::nanoTime);
  }

  RateLimits(Settings settings, LongSupplier nanoTime) {
    ingest = new RateLimit(settings.number(Setting.TBMS_RATE_INGEST), nanoTime);
    keys = new RateLimit(settings.number(Setting.TBMS_RATE_KEY), nanoTime);
    accounts = new RateLimit(settings.number(Setting.TBMS_RATE_ACCOUNT), nanoTime);
    addresses = new RateLimit(settings.number(Setting.TBMS_RATE_ADDRESS), nanoTime);
  }

  /**
   * Counts a request.
   *
   * @return whole seconds to wait; 0 when it may go on
   */
  long secondsToWait(HttpServletRequest request, Optional<Principal> sender) {
    long nanos =
        sender
            .map(principal -> take(principal, request.getServletPath()))
            .orElseGet(() -> addresses.take(network(request.getRemoteAddr())));
    long second = TimeUnit.SECONDS.toNanos(1);
    return (nanos + second - 1) / second;
  }

  private long take(Principal principal, String path) {
    if (!(principal instanceof Principal.Key)) {
      return accounts.take(principal.name());
    }
    boolean sends = path.startsWith(INGEST) || ForeignFormats.at(path).isPresent();
    return (sends ? ingest : keys).take(principal.name());
  }

  // Whoever has one address of IPv6 has 2^64 of them.
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    return IpText.parse(address)
        .map(InetAddress::getAddress)
        .filter(bytes -> bytes.length > NETWORK_BYTES)
        .map(bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)))
        .orElse(address);
  }
}
