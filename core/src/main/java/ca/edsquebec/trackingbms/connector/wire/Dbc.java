package ca.edsquebec.trackingbms.connector.wire;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A CAN database: what the text of a {@code .dbc} file says of messages and their signals.
 *
 * <p>Read are messages, signals, simple multiplexing, comments, value tables, kinds of number and
 * the cycle time; everything else is passed over. A range is not read: in files of the field it is
 * often wrong.
 *
 * @param messages in the file's order
 */
public record Dbc(List<Message> messages) {

  public Dbc {
    messages = List.copyOf(messages);
  }

  /**
   * @param id without the mark of an extended one
   * @param extended whether the identifier has 29 bits
   * @param length bytes
   * @param comment empty where there is none
   * @param cycleMillis as the file states it, which need not be the period of a frame; 0 where it
   *     states none
   */
  public record Message(
      int id,
      boolean extended,
      String name,
      int length,
      String comment,
      int cycleMillis,
      List<Signal> signals) {
    public Message {
      signals = List.copyOf(signals);
    }

    Message saying(String text) {
      return new Message(id, extended, name, length, text, cycleMillis, signals);
    }

    Message every(int millis) {
      return new Message(id, extended, name, length, comment, millis, signals);
    }

    Message with(Collection<Signal> all) {
      return new Message(id, extended, name, length, comment, cycleMillis, List.copyOf(all));
    }
  }

  /**
   * @param start number of its first bit, as {@link CanSignal} counts
   * @param length bits
   * @param unit as the file writes it; may be empty
   * @param comment empty where there is none
   * @param labels what single raw values are called
   */
  public record Signal(
      String name,
      Multiplex multiplex,
      int start,
      int length,
      boolean intel,
      Kind kind,
      BigDecimal factor,
      BigDecimal offset,
      String unit,
      String comment,
      Map<Long, String> labels) {
    public Signal {
      labels = Map.copyOf(labels);
    }

    Signal saying(String text) {
      return new Signal(
          name, multiplex, start, length, intel, kind, factor, offset, unit, text, labels);
    }

    Signal of(Kind other) {
      return new Signal(
          name, multiplex, start, length, intel, other, factor, offset, unit, comment, labels);
    }

    Signal labelled(Map<Long, String> names) {
      return new Signal(
          name, multiplex, start, length, intel, kind, factor, offset, unit, comment, names);
    }
  }

  /** How the bits of a signal make a number. */
  public enum Kind {
    UNSIGNED,
    SIGNED,
    /** IEEE 754, 32 bits. */
    FLOAT,
    /** IEEE 754, 64 bits. */
    DOUBLE
  }

  /**
   * When a signal is in a frame.
   *
   * @param selects whether it is the one that says which layout the frame follows
   * @param layout the value of the selector with which it is there; {@link #ALWAYS} for any
   */
  public record Multiplex(boolean selects, int layout) {
    public static final int ALWAYS = -1;
    public static final Multiplex NONE = new Multiplex(false, ALWAYS);
  }

  /**
   * Reads the text of a file.
   *
   * @throws IllegalArgumentException with the line and what is wrong there
   */
  public static Dbc parse(String text) {
    return new DbcReader(new DbcTokens(text)).read();
  }
}
