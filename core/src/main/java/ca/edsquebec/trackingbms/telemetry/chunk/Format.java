package ca.edsquebec.trackingbms.telemetry.chunk;

/**
 * A chunk, in this order. Numbers are varints (seven bits a byte, the lowest first) where nothing
 * else is said.
 *
 * <pre>
 * version    1 byte    {@value #VERSION}
 * checksum   4 bytes   CRC-32 of all that follows, the lowest byte first
 * samples              how many
 * columns              how many, times included; then for each
 *            1 byte    kind, the constants below; by kind, then by key, no key twice
 *                      key
 *            1 byte    encoding, the constants below
 *                      PRODUCT: keys of the two factors, divisor. RELATIVE: key of the number
 *                      length before compression
 * columns              one behind another, compressed together: Deflate without a frame
 * </pre>
 *
 * A column that no sample has a value of is left out. Columns hold:
 *
 * <pre>
 * times      first time, usual step (signed), then each step's difference from the usual one
 * numbers    SPARSE: presence; then each present one's difference from the one before, or of a
 *            PRODUCT from its factors' product where both are present
 * texts      SPARSE: presence; how many distinct ones; length and bytes of each; then for each
 *            present one the difference of its position in that list from the one before
 * vectors    SPARSE: presence; the lengths' differences; then for each place in the vector, over
 *            the samples whose vector is long enough: with HOLES presence; each number's difference
 *            from the one before, modulo 65536; when RELATIVE, both less the sample's number
 * presence   how many samples have none, have one, have none … until all are told
 * difference 0                one zero
 *            1, n             n zeros, n &gt; 0
 *            1, 0             the lowest long, which no other form holds
 *            zigzag + 1       any other
 * </pre>
 */
final class Format {

  static final int VERSION = 1;

  /** Version and checksum. */
  static final int HEADER = 5;

  static final int TIMES = 0;
  static final int NUMBER = 1;
  static final int TEXT = 2;
  static final int VECTOR = 3;

  static final int PLAIN = 0;

  /** Not every sample has one. */
  static final int SPARSE = 1;

  /** A vector has {@link VectorColumn#ABSENT} somewhere. */
  static final int HOLES = 2;

  /** Of a number. */
  static final int PRODUCT = 4;

  /** Of a vector. */
  static final int RELATIVE = 4;

  /** What a reader is ready to hold of one chunk; a writer refuses more. */
  static final long MAX_BYTES = 1 << 26;

  /** Times included. */
  static final int MAX_COLUMNS = 10_000;

  static final int MAX_VECTOR = 65_535;

  private Format() {}

  /** Bytes of memory that a column of numbers takes at most; so also below. */
  static long numberBytes(int samples) {
    return 9L * samples;
  }

  static long textBytes(int samples) {
    return 40L * samples;
  }

  static long vectorBytes(int samples, long elements) {
    return 40L * samples + 2 * elements;
  }

  static String nameOf(int kind, int key) {
    return switch (kind) {
      case TIMES -> "times";
      case NUMBER -> "numbers " + key;
      case TEXT -> "texts " + key;
      default -> "vectors " + key;
    };
  }
}
