package ca.edsquebec.trackingbms.identity;

import java.util.List;

/**
 * What somebody signs in with.
 *
 * @param address where the request came from
 * @param userAgent what the browser or program calls itself; may be empty
 * @param secrets what earlier sign-ins left in this browser; empty for a program
 */
public record Device(String address, String userAgent, List<String> secrets) {

  private static final int MAX_SECRETS = 8;

  public Device {
    secrets = List.copyOf(secrets.subList(0, Math.min(secrets.size(), MAX_SECRETS)));
  }

  /** One that keeps no secrets. */
  public static Device program(String address, String userAgent) {
    return new Device(address, userAgent, List.of());
  }

  @Override
  public String toString() {
    return "Device[" + address + "]";
  }
}
