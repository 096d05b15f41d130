package ca.edsquebec.trackingbms.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Decrypts what {@link SealingStream} wrote; hands out nothing that is not proven. */
final class OpeningStream extends InputStream {

  private static final int MOST = SealedChunks.PLAIN_BYTES + SealedChunks.TAG_BYTES;

  private final InputStream in;
  private final SealedChunks chunks;
  private byte[] plain = new byte[0];
  private int at;
  private boolean ended;

  OpeningStream(InputStream in, byte[] key, byte[] header) {
    this.in = in;
    this.chunks = new SealedChunks(key, header);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (at == plain.length) {
      if (ended) {
        return -1;
      }
      nextChunk();
    }
    int some = Math.min(length, plain.length - at);
    System.arraycopy(plain, at, into, from, some);
    at += some;
    return some;
  }

  private void nextChunk() throws IOException {
    byte[] prefix = in.readNBytes(Integer.BYTES);
    if (prefix.length < Integer.BYTES) {
      throw cut();
    }
    int length = ByteBuffer.wrap(prefix).getInt();
    if (length < SealedChunks.TAG_BYTES || length > MOST) {
      throw damaged(null);
    }
    byte[] sealed = in.readNBytes(length);
    if (sealed.length < length) {
      throw cut();
    }
    // All chunks but the last are full; a last one may be full, too.
    boolean last = length < MOST || isAtEnd();
    plain = opened(sealed, last);
    at = 0;
    ended = last;
    if (last && length < MOST && !isAtEnd()) {
      throw new SealedFileException("something was appended behind the file's end");
    }
  }

  private boolean isAtEnd() throws IOException {
    in.mark(1);
    int next = in.read();
    in.reset();
    return next < 0;
  }

  private byte[] opened(byte[] sealed, boolean last) throws SealedFileException {
    try {
      return chunks.next(Cipher.DECRYPT_MODE, last).doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw last && sealed.length == MOST ? cut() : damaged(e);
    }
  }

  private SealedFileException cut() {
    return new SealedFileException(
        "the file is cut: it ends at chunk %d and that is not its last one; take another copy"
            .formatted(chunks.number()));
  }

  private SealedFileException damaged(Throwable cause) {
    return new SealedFileException(
        "the file is damaged: chunk %d is not what was written; take another copy"
            .formatted(chunks.number()),
        cause);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
