package ca.edsquebec.trackingbms.connector.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a text that are not empty, without their ends: CR, LF or both. */
public final class Lines {

  private Lines() {}

  public static List<byte[]> of(byte[] data) {
    List<byte[]> lines = new ArrayList<>(1);
    int from = 0;
    for (int i = 0; i <= data.length; i++) {
      if (i == data.length || data[i] == '\n' || data[i] == '\r') {
        if (i > from) {
          lines.add(Arrays.copyOfRange(data, from, i));
        }
        from = i + 1;
      }
    }
    return lines;
  }
}
