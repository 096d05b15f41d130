package ca.edsquebec.trackingbms.connector.thingset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request that reads. There is no other way to make one, and none of these can change anything in
 * a node: they begin with {@code ?}, or with 0x01 (GET), and paths hold no line end.
 *
 * <p>On a stock BMS nobody is asked for a password before he changes limits or shuts it down.
 */
final class ReadRequest {

  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_/]{0,60}");

  /** The node's tokenizer is handed a wrong length and can't be trusted beyond some 45 tokens. */
  private static final int MAX_NAMES = 16;

  private final byte[] bytes;

  private ReadRequest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** All values of a group, or one value. */
  static ReadRequest get(String path) {
    return line(checked(path), "");
  }

  /** The values of these names, in this order. */
  static ReadRequest fetch(String path, List<String> names) {
    if (names.isEmpty() || names.size() > MAX_NAMES) {
      throw new IllegalArgumentException(names.size() + " names in one request");
    }
    names.forEach(ReadRequest::checked);
    return line(checked(path), " [\"" + String.join("\",\"", names) + "\"]");
  }

  /** The names in a group, as v0.6 asks for them. */
  static ReadRequest names(String path) {
    return line(checked(path), " null");
  }

  /** The same as v0.5 and older ask for them. */
  static ReadRequest namesOfOlder(String path) {
    return line(checked(path) + "/", "");
  }

  /** Binary: a group or value by its number. */
  static ReadRequest get(int id) {
    if (id < 0 || id > 0xFF) {
      throw new IllegalArgumentException("id " + id + " is not of one byte");
    }
    return new ReadRequest(
        id < 24 ? new byte[] {0x01, (byte) id} : new byte[] {0x01, 0x18, (byte) id});
  }

  private static ReadRequest line(String path, String payload) {
    return new ReadRequest(("?" + path + payload + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static String checked(String path) {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("\"" + path + "\" is no path");
    }
    return path;
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
