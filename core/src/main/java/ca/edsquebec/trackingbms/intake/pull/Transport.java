package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Medium;
import java.util.Optional;
import java.util.OptionalInt;

/** How a device's bytes are carried over TCP. */
public enum Transport {
  /** The device's own bytes, as a serial server passes them on; Modbus RTU is such bytes too. */
  TCP("tcp", 0, false),
  /** Modbus RTU as it is on the line, check included. */
  RTU_TCP("rtu-tcp", 0, false),
  /** Modbus TCP: the same requests in the envelope of its own. */
  MODBUS_TCP("modbus-tcp", 502, false),
  /** A CAN bus by socketcand in raw mode; its name stands behind the host. */
  SOCKETCAND("socketcand", 29_536, true),
  /** A CAN bus as lines of candump, served by canlogserver. */
  CANLOG("canlog", 28_700, false);

  private final String scheme;
  private final int port;
  private final boolean hasBus;

  Transport(String scheme, int port, boolean hasBus) {
    this.scheme = scheme;
    this.port = port;
    this.hasBus = hasBus;
  }

  /** What an address begins with. */
  public String scheme() {
    return scheme;
  }

  /** Whether it can carry what travels on that. */
  boolean carries(Medium medium) {
    return switch (this) {
      case TCP -> medium == Medium.LINE || medium == Medium.MODBUS;
      case RTU_TCP, MODBUS_TCP -> medium == Medium.MODBUS;
      case SOCKETCAND, CANLOG -> medium == Medium.CAN;
    };
  }

  /** Empty where every device has its own. */
  OptionalInt usualPort() {
    return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
  }

  /** Whether an address names a bus. */
  boolean hasBus() {
    return hasBus;
  }

  static Optional<Transport> of(String scheme) {
    for (Transport transport : values()) {
      if (transport.scheme.equalsIgnoreCase(scheme)) {
        return Optional.of(transport);
      }
    }
    return Optional.empty();
  }
}
