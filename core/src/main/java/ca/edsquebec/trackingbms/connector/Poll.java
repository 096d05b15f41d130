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
  public Poll {
    if (request.length == 0 || everyMicros < 0) {
      throw new IllegalArgumentException("a poll has bytes and no negative period");
    }
  }
}
