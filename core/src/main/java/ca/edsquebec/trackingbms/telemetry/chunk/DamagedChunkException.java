package ca.edsquebec.trackingbms.telemetry.chunk;

/**
 * Bytes that {@link ChunkWriter} did not write, or not so: damaged on disk, cut short, or of a
 * later version. The message says what is wrong; nothing of such a chunk can be trusted.
 */
public final class DamagedChunkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedChunkException(String reason) {
    super("damaged chunk: " + reason);
  }

  DamagedChunkException(String reason, Throwable cause) {
    super("damaged chunk: " + reason, cause);
  }
}
