package ca.edsquebec.trackingbms.connector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What became of the frames of one request or file. Every frame is counted once: decoded, ignored
 * (of no interest) or invalid. Not for use by several threads.
 */
public final class Tally {

  /** Invalid frames beyond this many are counted and not listed. */
  public static final int MAX_LISTED = 100;

  private long decoded;
  private long ignored;
  private long invalidCount;
  private final List<Invalid> invalid = new ArrayList<>();
  private Throwable failure;

  /**
   * A frame that could not be decoded.
   *
   * @param offset its place in what was sent, counted from 0: the frame of a list, the line of a
   *     text
   * @param reason what is wrong with it, in English
   */
  public record Invalid(long offset, String reason) {}

  public void countDecoded() {
    decoded++;
  }

  public void countIgnored() {
    ignored++;
  }

  public void countInvalid(long offset, String reason) {
    invalidCount++;
    if (invalid.size() < MAX_LISTED) {
      invalid.add(new Invalid(offset, reason));
    }
  }

  /** A frame that its decoder could not cope with, which is a fault of this program. */
  public void countFailed(long offset, Throwable why) {
    countInvalid(offset, "the connector failed at it; please report that");
    failure = failure == null ? why : failure;
  }

  /** What the first decoder that failed has thrown; its message may quote the frame. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** All frames counted. */
  public long frames() {
    return decoded + ignored + invalidCount;
  }

  public long decoded() {
    return decoded;
  }

  public long ignored() {
    return ignored;
  }

  public long invalidCount() {
    return invalidCount;
  }

  /** The first {@value #MAX_LISTED} invalid ones, in the order met. */
  public List<Invalid> invalid() {
    return Collections.unmodifiableList(invalid);
  }
}
