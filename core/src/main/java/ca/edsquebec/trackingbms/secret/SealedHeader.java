package ca.edsquebec.trackingbms.secret;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What a sealed file begins with: {@code TBMSEAL1}, the length of the rest, then the fields in this
 * order. Every chunk authenticates all of it.
 *
 * @param salt makes the file's own key of the data key, so that no two files share one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedHeader(
    Purpose purpose, String keyId, String masterId, byte[] wrapped, byte[] salt, String label) {

  static final int SALT_BYTES = 32;

  private static final byte[] MAGIC = "TBMSEAL1".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 8192;

  byte[] bytes() throws IOException {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(fields);
    out.writeUTF(purpose.name());
    out.writeUTF(keyId);
    out.writeUTF(masterId);
    out.writeShort(wrapped.length);
    out.write(wrapped);
    out.write(salt);
    out.writeUTF(label);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(MAGIC);
    new DataOutputStream(all).writeInt(fields.size());
    all.writeBytes(fields.toByteArray());
    return all.toByteArray();
  }

  static SealedHeader read(InputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new SealedFileException("it is no file that was sealed here: its beginning is another");
    }
    byte[] length = in.readNBytes(Integer.BYTES);
    int size = length.length < Integer.BYTES ? -1 : new DataInputStream(bytes(length)).readInt();
    if (size < 0 || size > MOST) {
      throw new SealedFileException("its beginning is damaged");
    }
    return fields(in.readNBytes(size));
  }

  private static SealedHeader fields(byte[] bytes) throws SealedFileException {
    try (DataInputStream in = new DataInputStream(bytes(bytes))) {
      return new SealedHeader(
          Purpose.valueOf(in.readUTF()),
          in.readUTF(),
          in.readUTF(),
          in.readNBytes(in.readUnsignedShort()),
          in.readNBytes(SALT_BYTES),
          in.readUTF());
    } catch (IOException | IllegalArgumentException e) {
      throw new SealedFileException("its beginning is damaged", e);
    }
  }

  SecretKey unwrap(MasterKey master) throws SealedFileException {
    try {
      return new SecretKey(keyId, master.unwrap(purpose, keyId, masterId, wrapped));
    } catch (SecretException e) {
      throw new SealedFileException("its beginning is damaged: its key can't be unwrapped", e);
    }
  }

  byte[] fileKey(SecretKey key) {
    byte[] message = Arrays.copyOf("file".getBytes(StandardCharsets.US_ASCII), 4 + salt.length);
    System.arraycopy(salt, 0, message, 4, salt.length);
    return key.mac(message);
  }

  byte[] digest() throws IOException {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static ByteArrayInputStream bytes(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
