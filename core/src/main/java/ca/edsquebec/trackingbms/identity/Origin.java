package ca.edsquebec.trackingbms.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where attempts come from: a device that the account's owner was seen with, else an address.
 *
 * @param deviceId empty when it is not known
 */
record Origin(String address, Optional<Long> deviceId) {

  private static final int NETWORK_GROUPS = 4;

  boolean isKnown() {
    return deviceId.isPresent();
  }

  String text() {
    return deviceId.map(id -> "device " + id).orElseGet(() -> network(address));
  }

  /** Of an IPv6 address only the network: whoever has one of its addresses has them all. */
  static String network(String address) {
    String[] groups = address.split(":", -1);
    boolean whole = groups.length == 8;
    return whole
        ? Arrays.stream(groups).limit(NETWORK_GROUPS).collect(Collectors.joining(":"))
        : address.substring(0, Math.min(address.length(), 64));
  }
}
