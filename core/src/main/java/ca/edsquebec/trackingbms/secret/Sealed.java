package ca.edsquebec.trackingbms.secret;

import ca.edsquebec.trackingbms.platform.RandomText;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits in front of the ciphertext. */
final class Sealed {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private Sealed() {}

  static byte[] seal(byte[] key, byte[] associated, byte[] plain) {
    byte[] nonce = RandomText.bytes(NONCE_BYTES);
    try {
      byte[] text = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
      System.arraycopy(text, 0, all, NONCE_BYTES, text.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  /**
   * @throws GeneralSecurityException when it was altered, or sealed with another key or other
   *     associated data
   */
  static byte[] open(byte[] key, byte[] associated, byte[] sealed) throws GeneralSecurityException {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new GeneralSecurityException("too short for anything sealed");
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, associated)
        .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }
}
