package ca.edsquebec.trackingbms.secret;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ciphers of a file's chunks. Each chunk's nonce is its number and whether it is the last one,
 * so none can be left out, repeated, moved or added; the file's key is used for no other file.
 */
final class SealedChunks {

  static final int PLAIN_BYTES = 1 << 16;
  static final int TAG_BYTES = 16;

  private static final int NONCE_BYTES = 12;

  private final SecretKeySpec key;
  private final byte[] header;
  private long number;

  SealedChunks(byte[] key, byte[] header) {
    this.key = new SecretKeySpec(key, "AES");
    this.header = header;
  }

  /** How many were asked for. */
  long number() {
    return number;
  }

  Cipher next(int mode, boolean last) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putLong(number++).putInt(last ? 1 : 0).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(header);
    return cipher;
  }
}
