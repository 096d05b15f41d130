package ca.edsquebec.trackingbms.connector;

/**
 * A request that is sent again and again.
 *
 * @param request its bytes, as they go out
 * @param everyMicros how often, in microseconds; 0 for once a connection, again while it is not
 *     answered
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Poll(byte[] request, long everyMicros) {

  /** Half a storage period, so that each sample has values of its own; microseconds. */
  public static final long OFTEN = 2_500_000;

  /** For what changes slowly: well within the minute for which a value counts; microseconds. */
  public static final long SELDOM = 10_000_000;

  public Poll {
    if (request.length == 0 || everyMicros < 0) {
      throw new IllegalArgumentException("a poll has bytes and no negative period");
    }
  }
}
