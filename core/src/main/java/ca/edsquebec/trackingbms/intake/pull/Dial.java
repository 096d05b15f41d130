package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.OutboundAddress;
import java.util.function.BooleanSupplier;

/**
 * The connection of one call, from the address in words on. Tells an ear what becomes of it. Safe
 * for any number of threads.
 */
final class Dial {

  private final Means means;
  private final Battery battery;
  private final PullAddress address;
  private Dialogue dialogue;
  private Line line;
  private boolean closed;

  Dial(Means means, Battery battery, PullAddress address) {
    this.means = means;
    this.battery = battery;
    this.address = address;
  }

  /** Whether {@link #open} may wait for a name server. */
  boolean needsLookup() {
    return !address.host().contains(":") && !address.host().matches("\\d{1,3}(\\.\\d{1,3}){3}");
  }

  /**
   * Begins to connect; an address or settings that won't do end it.
   *
   * @throws ca.edsquebec.trackingbms.platform.UnavailableException when no connections are made
   */
  void open(Ear ear) {
    if (isClosed()) {
      return;
    }
    Dialogue with;
    try {
      with = Dialogues.of(address, battery.connectorId(), battery.connectorSettings());
    } catch (InvalidException e) {
      ear.ended(PullFault.SETTINGS, e.getMessage());
      return;
    }
    try {
      OutboundAddress to = means.guard().device(address.host(), address.port());
      connect(to, with, ear);
    } catch (InvalidException e) {
      ear.ended(PullFault.ADDRESS, e.getMessage());
    }
  }

  private synchronized void connect(OutboundAddress to, Dialogue with, Ear ear) {
    if (!closed) {
      dialogue = with;
      line = means.lines().open(to.socketAddress(), with, ear, means.times().connect());
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Whether its name was looked up, and it connects or has connected. */
  synchronized boolean isOpen() {
    return line != null;
  }

  /** Why the device would not talk, in its own words; may be empty. */
  synchronized String complaint() {
    return dialogue == null ? "" : dialogue.complaint();
  }

  /** As {@link Lines#pause}. */
  synchronized void pause(BooleanSupplier wanted) {
    if (line != null) {
      means.lines().pause(line, wanted);
    }
  }

  /** Ends it, or sees that it never begins; nothing is heard any more. */
  synchronized void close() {
    closed = true;
    if (line != null) {
      means.lines().close(line);
    }
  }
}
