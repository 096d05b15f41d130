package ca.edsquebec.trackingbms.connector;

/**
 * Where one unit of a device's byte stream ends: a function of the bytes, without memory. Safe for
 * any number of threads; {@link FrameStream} does the remembering.
 */
public interface Framing {

  /**
   * Looks at the bytes from {@code from} (included) to {@code to} (excluded); changes none of them.
   *
   * @return positive: a frame of so many bytes begins at {@code from}; 0: it may yet become one,
   *     more bytes are needed; negative: so many bytes, negated, are no frame and are dropped.
   *     Never beyond {@code to}. Given a prefix of what it was given before, the answer is 0 or the
   *     same.
   */
  int measure(byte[] bytes, int from, int to);

  /**
   * The longest frame, in bytes, and the most that {@link #measure} is ever shown: when it answers
   * 0 to as many, one byte is dropped and it is asked again.
   */
  int maxLength();

  /**
   * Lines that end with CR, LF or both, the line end not being part of the frame's meaning.
   *
   * @param maxLength in bytes, with the line end
   */
  static Framing lines(int maxLength) {
    return new LineFraming(maxLength);
  }
}
