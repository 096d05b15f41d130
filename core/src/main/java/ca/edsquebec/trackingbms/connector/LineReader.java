package ca.edsquebec.trackingbms.connector;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lines as bytes, ended by LF, CR or both. Of a line that is too long the first bytes are given,
 * one more than allowed, and the rest is dropped.
 */
final class LineReader {

  private final InputStream in;
  private final int maxBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean afterCr;
  private long number;

  LineReader(InputStream in, int maxBytes) {
    this.in = new BufferedInputStream(in);
    this.maxBytes = maxBytes;
  }

  /** Of the line given last, counted from 1. */
  long number() {
    return number;
  }

  /** Null at the end of the input. */
  byte[] next() throws IOException {
    line.reset();
    int b = in.read();
    // The LF of a CR LF is dropped here and not waited for there: a live source may pause between.
    if (b == '\n' && afterCr) {
      b = in.read();
    }
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n' && b != '\r') {
      if (line.size() <= maxBytes) {
        line.write(b);
      }
      b = in.read();
    }
    afterCr = b == '\r';
    number++;
    return line.toByteArray();
  }
}
