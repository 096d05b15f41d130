package ca.edsquebec.trackingbms.connector.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CAN message of a datasheet: its signals in the datasheet's order. Where it is multiplexed, one
 * signal (the selector) says which of several layouts the other bits follow.
 */
public final class CanMessage {

  private final int id;
  private final String name;
  private final int length;
  private final Optional<CanSignal> selector;
  private final Map<Integer, List<CanSignal>> layouts;

  CanMessage(
      int id,
      String name,
      int length,
      Optional<CanSignal> selector,
      Map<Integer, List<CanSignal>> layouts) {
    this.id = id;
    this.name = name;
    this.length = length;
    this.selector = selector;
    this.layouts = layouts;
  }

  public int id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** Bytes that the message has. */
  public int length() {
    return length;
  }

  /** The signal that selects the layout; empty when there is one layout only. */
  public Optional<CanSignal> selector() {
    return selector;
  }

  /** Selector value of that frame; 0 when there is one layout only. */
  public int mux(long word) {
    return selector.map(s -> (int) s.raw(word)).orElse(0);
  }

  /** The signals of that layout, selector included, in the datasheet's order; empty if unknown. */
  public Optional<List<CanSignal>> layout(int mux) {
    return Optional.ofNullable(layouts.get(mux));
  }

  /**
   * A signal of the first layout.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public CanSignal signal(String signalName) {
    for (CanSignal signal : layouts.values().iterator().next()) {
      if (signal.name().equals(signalName)) {
        return signal;
      }
    }
    throw new IllegalArgumentException(name + " has no signal " + signalName);
  }
}
