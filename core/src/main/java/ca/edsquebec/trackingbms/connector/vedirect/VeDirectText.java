package ca.edsquebec.trackingbms.connector.vedirect;

import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The form: lines {@code CR LF label TAB value}, the last of which is {@code Checksum} with one
 * byte that makes the sum of all bytes of the block 0. HEX messages, from a colon to a line feed,
 * may stand between and do not count.
 */
final class VeDirectText {

  private static final byte[] END = "Checksum\t".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BREAK = {'\r', '\n'};

  /** Blocks as they come, from wherever the listening began to the check. */
  static final Framing BLOCKS = new Blocks();

  private VeDirectText() {}

  /** Whether it is one line without its line end, and not a block. */
  static boolean isLine(byte[] data) {
    int end = isEnd(data) ? END.length : data.length;
    for (int i = 0; i < end; i++) {
      if (data[i] == '\r' || data[i] == '\n') {
        return false;
      }
    }
    return data.length <= END.length + 1 || !contains(data, END, 1);
  }

  /** Whether that line ends a block; its check may have been taken for a line end. */
  static boolean isEnd(byte[] line) {
    return line.length <= END.length + 1 && startsWith(line, END, 0);
  }

  static byte[] append(byte[] block, byte[] line) {
    byte[] longer = Arrays.copyOf(block, block.length + BREAK.length + line.length);
    System.arraycopy(BREAK, 0, longer, block.length, BREAK.length);
    System.arraycopy(line, 0, longer, block.length + BREAK.length, line.length);
    return longer;
  }

  /** Whether that block has a line with the label of this one. */
  static boolean hasLabelOf(byte[] block, byte[] line) {
    int tab = 0;
    while (tab < line.length && line[tab] != '\t') {
      tab++;
    }
    byte[] label = append(new byte[0], Arrays.copyOf(line, Math.min(tab + 1, line.length)));
    return tab < line.length && contains(block, label, 0);
  }

  /** The block with the check that whoever split the lines took away: CR or LF, which fits. */
  static byte[] withLostCheck(byte[] block, byte[] lastLine) {
    if (lastLine.length > END.length) {
      return block;
    }
    byte[] whole = Arrays.copyOf(block, block.length + 1);
    whole[block.length] = '\r';
    if (sum(whole) != 0) {
      whole[block.length] = '\n';
    }
    return whole;
  }

  static int sum(byte[] block) {
    return Bytes.sum(block, 0, block.length) & 0xFF;
  }

  /** From the first line break to the check, and so on; what is cut at the end is left out. */
  static List<byte[]> blocks(byte[] data) {
    List<byte[]> blocks = new ArrayList<>();
    int from = 0;
    for (int i = 0; i + END.length < data.length; i++) {
      if (startsWith(data, END, i)) {
        int end = i + END.length + 1;
        blocks.add(Arrays.copyOfRange(data, from, end));
        from = end;
        i = end - 1;
      }
    }
    return blocks;
  }

  /**
   * A line without the HEX message at its end, whose line feed went with that of the line. The
   * colon of a check byte begins none.
   */
  static byte[] withoutHexAtEnd(byte[] line) {
    int i = line.length - 1;
    while (i >= 0 && Character.digit(line[i], 16) >= 0) {
      i--;
    }
    boolean hex = i >= 0 && i < line.length - 1 && line[i] == ':' && !isCheck(line, i);
    return hex ? Arrays.copyOf(line, i) : line;
  }

  /** Without HEX messages. A colon begins one unless a check byte is one. */
  static byte[] withoutHex(byte[] data) {
    byte[] kept = new byte[data.length];
    int count = 0;
    for (int i = 0; i < data.length; i++) {
      int end = data[i] == ':' && !isCheck(data, i) ? hexEnd(data, i) : i;
      if (end > i) {
        i = end;
      } else {
        kept[count++] = data[i];
      }
    }
    return count == data.length ? data : Arrays.copyOf(kept, count);
  }

  private static boolean isCheck(byte[] data, int at) {
    return at >= END.length && startsWith(data, END, at - END.length);
  }

  /** The line feed that ends the hexadecimal digits behind the colon; the colon if none does. */
  private static int hexEnd(byte[] data, int colon) {
    int i = colon + 1;
    while (i < data.length && Character.digit(data[i], 16) >= 0) {
      i++;
    }
    boolean ended = i > colon + 1 && i < data.length && data[i] == '\n';
    return ended ? i : colon;
  }

  private static boolean contains(byte[] data, byte[] part, int from) {
    for (int i = from; i + part.length <= data.length; i++) {
      if (startsWith(data, part, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] data, byte[] part, int at) {
    return at + part.length <= data.length
        && Arrays.equals(data, at, at + part.length, part, 0, part.length);
  }

  private static final class Blocks implements Framing {

    private static final int MAX_LENGTH = 2048;

    @Override
    public int measure(byte[] bytes, int from, int to) {
      for (int i = from; i + END.length < to; i++) {
        if (startsWith(bytes, END, i)) {
          return i + END.length + 1 - from;
        }
      }
      // But for what may be the beginning of the end.
      return to - from >= MAX_LENGTH ? END.length - MAX_LENGTH : 0;
    }

    @Override
    public int maxLength() {
      return MAX_LENGTH;
    }
  }
}
