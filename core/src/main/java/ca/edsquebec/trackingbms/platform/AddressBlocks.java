package ca.edsquebec.trackingbms.platform;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A set of IP addresses: single ones, and blocks as in {@code 10.0.0.0/8}. Immutable. */
public final class AddressBlocks {

  @SuppressWarnings("ArrayRecordComponent") // Never compared, never given out.
  private record Block(byte[] address, int prefix) {

    boolean contains(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      int whole = prefix / Byte.SIZE;
      for (int i = 0; i < whole; i++) {
        if (address[i] != other[i]) {
          return false;
        }
      }
      int rest = prefix % Byte.SIZE;
      int mask = 0xFF << (Byte.SIZE - rest);
      return rest == 0 || ((address[whole] ^ other[whole]) & mask) == 0;
    }
  }

  private final List<Block> blocks;

  private AddressBlocks(List<Block> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  /**
   * @param text addresses and blocks, commas or spaces between; may be empty
   * @throws InvalidException naming the first that is neither, such as a host name
   */
  public static AddressBlocks parse(String text) {
    List<Block> found = new ArrayList<>();
    for (String part : text.strip().split("[,\\s]+")) {
      if (!part.isEmpty()) {
        found.add(block(part));
      }
    }
    return new AddressBlocks(found);
  }

  private static Block block(String part) {
    String[] halves = part.split("/", 2);
    byte[] address =
        IpText.parse(halves[0]).map(InetAddress::getAddress).orElseThrow(() -> wrong(part));
    int bits = address.length * Byte.SIZE;
    if (halves.length == 1) {
      return new Block(address, bits);
    }
    if (!halves[1].matches("\\d{1,3}") || Integer.parseInt(halves[1]) > bits) {
      throw wrong(part);
    }
    return new Block(address, Integer.parseInt(halves[1]));
  }

  private static InvalidException wrong(String part) {
    return new InvalidException(
        "address", "\"" + part + "\" is neither an IP address nor a block such as 10.0.0.0/8");
  }

  /** An IPv4 address is in no block of IPv6, and the other way round. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return blocks.stream().anyMatch(block -> block.contains(bytes));
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }
}
