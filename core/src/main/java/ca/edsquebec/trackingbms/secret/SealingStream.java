package ca.edsquebec.trackingbms.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Encrypts chunk by chunk: its length with the tag, then both. Closing writes the last one. */
final class SealingStream extends OutputStream {

  private final OutputStream out;
  private final SealedChunks chunks;
  private final byte[] plain = new byte[SealedChunks.PLAIN_BYTES];
  private int filled;
  private boolean closed;

  SealingStream(OutputStream out, byte[] key, byte[] header) {
    this.out = out;
    this.chunks = new SealedChunks(key, header);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      if (filled == plain.length) {
        seal(false);
      }
      int some = Math.min(left, plain.length - filled);
      System.arraycopy(bytes, at, plain, filled, some);
      filled += some;
      at += some;
      left -= some;
    }
  }

  private void seal(boolean last) throws IOException {
    try {
      byte[] sealed = chunks.next(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, filled);
      out.write(ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
      out.write(sealed);
      filled = 0;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (out) {
        seal(true);
      }
    }
  }
}
