package ca.edsquebec.trackingbms.connector;

/**
 * Lines; each frame has its one line end byte, and blank lines are no frames. Of a line that is too
 * long the beginning is dropped, a whole length at a time: the scan stays linear.
 */
record LineFraming(int maxLength) implements Framing {

  @Override
  public int measure(byte[] bytes, int from, int to) {
    if (from < to && isEnd(bytes[from])) {
      return -1;
    }
    for (int i = from; i < to; i++) {
      if (isEnd(bytes[i])) {
        return i + 1 - from;
      }
    }
    return to - from >= maxLength ? from - to : 0;
  }

  private static boolean isEnd(byte b) {
    return b == '\n' || b == '\r';
  }
}
