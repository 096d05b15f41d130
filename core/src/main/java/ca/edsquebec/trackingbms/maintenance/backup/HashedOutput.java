package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts and hashes what goes through. Closing it only flushes: the file is closed by its owner.
 */
final class HashedOutput extends FilterOutputStream {

  private final MessageDigest digest;
  private long count;

  HashedOutput(OutputStream out, int buffer) {
    super(new BufferedOutputStream(out, buffer));
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    digest.update(bytes, from, length);
    count += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  long count() {
    return count;
  }

  /** Of all that was written; to be asked once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
