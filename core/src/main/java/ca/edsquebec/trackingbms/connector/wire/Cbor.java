package ca.edsquebec.trackingbms.connector.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items of CBOR (RFC 8949), one after the other, of definite length. Numbers are {@link BigDecimal}
 * (a float in its shortest decimal form, decimal fractions as such), then {@link String}, {@link
 * Boolean}, {@link List}, {@link Map} by the text of the key, null for null, undefined and what is
 * no finite number; bytes are their hexadecimal text.
 */
public final class Cbor {

  private static final int MAX_DEPTH = 12;
  private static final int MAX_ITEMS = 4096;
  private static final int MAX_SCALE = 64;

  private final byte[] bytes;
  private final int end;
  private int at;

  /** Bytes that are not what they claim to be. */
  public static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String reason) {
      super(reason, null, false, false);
    }
  }

  /** Reads the items from {@code from} to the end. */
  public Cbor(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
    this.end = bytes.length;
  }

  public boolean hasNext() {
    return at < end;
  }

  /**
   * How many bytes the item takes that begins at {@code from}.
   *
   * @return 0 when it goes on behind {@code to}; −1 when it can't be an item
   */
  public static int length(byte[] bytes, int from, int to) {
    long position = from;
    long items = 1;
    while (items > 0) {
      if (position >= to) {
        return 0;
      }
      int first = bytes[(int) position] & 0xFF;
      int size = sizeOfArgument(first);
      if (size < 0) {
        return -1;
      }
      if (position + size >= to) {
        return 0;
      }
      long argument = argument(bytes, (int) position, size);
      position += 1 + size;
      int major = first >>> 5;
      if (major >= 2 && major <= 5 && (argument < 0 || argument > MAX_ITEMS)) {
        return -1;
      }
      items += contained(major, argument) - 1;
      position += major == 2 || major == 3 ? argument : 0;
      if (items > MAX_ITEMS) {
        return -1;
      }
    }
    return position > to ? 0 : (int) (position - from);
  }

  private static long contained(int major, long argument) {
    return switch (major) {
      case 4 -> argument;
      case 5 -> 2 * argument;
      case 6 -> 1;
      default -> 0;
    };
  }

  /** Bytes behind the first; −1 when there is no such form. */
  private static int sizeOfArgument(int first) {
    int info = first & 0x1F;
    return info < 24 ? 0 : info < 28 ? 1 << (info - 24) : -1;
  }

  private static long argument(byte[] bytes, int at, int size) {
    long argument = size == 0 ? bytes[at] & 0x1F : 0;
    for (int i = 1; i <= size; i++) {
      argument = argument << 8 | (bytes[at + i] & 0xFF);
    }
    return argument;
  }

  /**
   * The next item.
   *
   * @throws MalformedException when there is none
   */
  public Object next() throws MalformedException {
    int length = length(bytes, at, end);
    if (length <= 0) {
      throw new MalformedException(
          length == 0 ? "CBOR ends within an item" : "no CBOR item at byte " + at);
    }
    return item(0);
  }

  /** The caller has made sure that it is all there. */
  private Object item(int depth) throws MalformedException {
    if (depth > MAX_DEPTH) {
      throw new MalformedException("CBOR is nested too deeply");
    }
    int first = bytes[at] & 0xFF;
    int size = sizeOfArgument(first);
    long argument = argument(bytes, at, size);
    at += 1 + size;
    return switch (first >>> 5) {
      case 0 -> new BigDecimal(unsigned(argument));
      case 1 -> new BigDecimal(unsigned(argument).not());
      case 2 -> HexFormat.of().formatHex(taken((int) argument));
      case 3 -> new String(taken((int) argument), StandardCharsets.UTF_8);
      case 4 -> list((int) argument, depth);
      case 5 -> map((int) argument, depth);
      case 6 -> tagged(argument, item(depth + 1));
      default -> simple(first & 0x1F, argument);
    };
  }

  private static BigInteger unsigned(long argument) {
    BigInteger value = BigInteger.valueOf(argument);
    return argument < 0 ? value.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : value;
  }

  private byte[] taken(int count) {
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  private List<Object> list(int count, int depth) throws MalformedException {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(item(depth + 1));
    }
    return list;
  }

  private Map<String, Object> map(int count, int depth) throws MalformedException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Object key = item(depth + 1);
      if (!(key instanceof String || key instanceof BigDecimal)) {
        throw new MalformedException("a key of a CBOR map is neither text nor number");
      }
      map.put(key.toString(), item(depth + 1));
    }
    return map;
  }

  private static Object tagged(long tag, Object value) throws MalformedException {
    if (tag != 4) {
      return value;
    }
    if (value instanceof List<?> pair
        && pair.size() == 2
        && pair.get(0) instanceof BigDecimal exponent
        && pair.get(1) instanceof BigDecimal mantissa
        && exponent.abs().compareTo(BigDecimal.valueOf(MAX_SCALE)) <= 0) {
      return mantissa.scaleByPowerOfTen(exponent.intValue());
    }
    throw new MalformedException("not a decimal fraction: " + value);
  }

  private static Object simple(int info, long argument) throws MalformedException {
    return switch (info) {
      case 20 -> false;
      case 21 -> true;
      case 22, 23 -> null;
      case 25 -> decimal(half((int) argument));
      case 26 -> decimal(Float.intBitsToFloat((int) argument));
      case 27 -> decimal(Double.longBitsToDouble(argument));
      default -> throw new MalformedException("CBOR has no simple value " + argument);
    };
  }

  private static BigDecimal decimal(float value) {
    return Float.isFinite(value) ? new BigDecimal(Float.toString(value)) : null;
  }

  private static BigDecimal decimal(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
  }

  private static float half(int bits) {
    int exponent = bits >>> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    int sign = (bits & 0x8000) << 16;
    if (exponent == 0x1F) {
      return Float.NaN;
    }
    float magnitude =
        exponent == 0 ? fraction * 0x1p-24f : Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
    return Float.intBitsToFloat(Float.floatToIntBits(magnitude) | sign);
  }
}
