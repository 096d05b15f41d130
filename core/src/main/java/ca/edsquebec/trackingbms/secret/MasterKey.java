package ca.edsquebec.trackingbms.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** Wraps data keys. Its own id tells a wrong master key from a damaged data key. */
final class MasterKey {

  private final byte[] bytes;
  private final String id;

  /**
   * @param bytes 32
   */
  MasterKey(byte[] bytes) {
    this.bytes = bytes.clone();
    byte[] mac = new SecretKey("master", bytes).mac("id".getBytes(StandardCharsets.UTF_8));
    this.id = HexFormat.of().formatHex(mac, 0, 6);
  }

  String id() {
    return id;
  }

  byte[] wrap(Purpose purpose, String keyId, byte[] key) {
    return Sealed.seal(bytes, associated(purpose, keyId), key);
  }

  byte[] unwrap(Purpose purpose, String keyId, String wrappedBy, byte[] wrapped) {
    if (!wrappedBy.equals(id)) {
      throw new SecretException(
          "TBMS_MASTER_KEY is not the one that protects this installation's secrets (key %s is"
                  .formatted(keyId)
              + " wrapped by master %s, the given one is %s)".formatted(wrappedBy, id));
    }
    try {
      return Sealed.open(bytes, associated(purpose, keyId), wrapped);
    } catch (GeneralSecurityException e) {
      throw new SecretException("data key " + keyId + " is damaged in the registry", e);
    }
  }

  private static byte[] associated(Purpose purpose, String keyId) {
    return new Binding("", "key " + purpose, keyId).bytes();
  }
}
