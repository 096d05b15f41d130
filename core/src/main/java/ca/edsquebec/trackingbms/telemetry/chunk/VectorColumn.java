package ca.edsquebec.trackingbms.telemetry.chunk;

/**
 * A list of 16-bit numbers a sample, each of its own length.
 *
 * @param key 0 or more
 * @param rows null where a sample has no list; {@link #ABSENT} where one number is not known
 */
@SuppressWarnings("ArrayRecordComponent")
public record VectorColumn(int key, short[][] rows) {

  public static final short ABSENT = Short.MIN_VALUE;
}
