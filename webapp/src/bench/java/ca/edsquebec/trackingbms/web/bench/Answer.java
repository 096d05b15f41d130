package ca.edsquebec.trackingbms.web.bench;

import java.nio.charset.StandardCharsets;

/** An answer as far as it is here, looked at and not copied: valid until the next read. */
final class Answer {

  private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
  private static final byte[] LENGTH = ascii("\r\nContent-Length: ");
  private static final byte[] CLOSE = ascii("\r\nConnection: close");
  private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");

  private final byte[] bytes;
  private final int length;

  /**
   * @param bytes of which the first {@code length} are the answer's
   */
  Answer(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  int length() {
    return length;
  }

  /** Whether its end has come; one without a length comes in chunks. */
  boolean isWhole() {
    int body = body();
    if (body < 0) {
      return false;
    }
    int declared = find(LENGTH, 0, body);
    if (declared >= 0) {
      return length >= body + (int) digits(declared + LENGTH.length);
    }
    return length >= body + LAST_CHUNK.length && matches(LAST_CHUNK, length - LAST_CHUNK.length);
  }

  /** Where the body begins; below 0 when it has not. */
  private int body() {
    int end = find(END_OF_HEAD, 0, length);
    return end < 0 ? -1 : end + END_OF_HEAD.length;
  }

  /**
   * @throws IllegalStateException with the answer, when its status is not 200
   */
  void requireSuccess() {
    if (bytes[9] != '2' || bytes[10] != '0' || bytes[11] != '0') {
      throw new IllegalStateException(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }
  }

  boolean closesTheConnection() {
    return find(CLOSE, 0, body()) >= 0;
  }

  /** The whole number behind this name, or 0. */
  long number(String name) {
    byte[] wanted = ascii(name);
    int at = find(wanted, body(), length);
    return at < 0 ? 0 : digits(at + wanted.length);
  }

  private long digits(int from) {
    long number = 0;
    for (int i = from; i < length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      number = 10 * number + bytes[i] - '0';
    }
    return number;
  }

  private int find(byte[] wanted, int from, int to) {
    for (int i = from; i <= to - wanted.length; i++) {
      if (bytes[i] == wanted[0] && matches(wanted, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(byte[] wanted, int at) {
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
