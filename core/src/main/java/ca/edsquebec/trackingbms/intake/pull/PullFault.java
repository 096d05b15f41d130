package ca.edsquebec.trackingbms.intake.pull;

import java.util.Locale;

/** Why a device could not be read; the bundles have the words as {@code pull.fault.silent}. */
public enum PullFault {
  ADDRESS("the address leads nowhere that may be called from here"),
  REFUSED("the host refuses the connection or can't be reached"),
  NO_CONNECTION("no connection within the time"),
  CLOSED("the device closed the connection"),
  SILENT("connected, but the device says nothing"),
  NOT_UNDERSTOOD("the device speaks, but nothing that its connector understands"),
  SETTINGS("the connector and the address don't fit each other"),
  NOT_STORED("what was read may not be stored"),
  UNKNOWN("something that this version does not know");

  private final String sentence;

  PullFault(String sentence) {
    this.sentence = sentence;
  }

  /** In English, for the command line and the log; no full stop. */
  public String sentence() {
    return sentence;
  }

  /** As programs and texts have it: {@code not-understood}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static PullFault stored(String name) {
    for (PullFault fault : values()) {
      if (fault.name().equals(name)) {
        return fault;
      }
    }
    return UNKNOWN;
  }
}
