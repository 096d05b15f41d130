package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.secret.SecretKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A row of {@code audit_entry}, with texts as the columns hold them: the code is of these, so that
 * no change of our own reading can break a chain.
 *
 * @param before null where there is none, as {@code after} and {@code source}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record StoredEntry(
    String chain,
    long seq,
    Instant at,
    Actor actor,
    String action,
    String object,
    String before,
    String after,
    String source,
    String keyId,
    byte[] mac) {

  /** What its code must be, behind an entry of that code. */
  byte[] macAfter(byte[] previous, SecretKey key) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    out.writeBytes(previous);
    out.writeBytes(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(seq).putLong(at.toEpochMilli()).array());
    for (String text :
        new String[] {
          chain,
          actor.kind().name(),
          actor.id(),
          actor.address(),
          action,
          object,
          before,
          after,
          source
        }) {
      put(out, text);
    }
    return key.mac(out.toByteArray());
  }

  StoredEntry at(long number) {
    return new StoredEntry(
        chain, number, at, actor, action, object, before, after, source, keyId, mac);
  }

  StoredEntry sealed(byte[] previous, SecretKey key) {
    return new StoredEntry(
        chain,
        seq,
        at,
        actor,
        action,
        object,
        before,
        after,
        source,
        key.id(),
        macAfter(previous, key));
  }

  // Behind its length, -1 for none: no two entries read alike.
  private static void put(ByteArrayOutputStream out, String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    int length = text == null ? -1 : bytes.length;
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    out.writeBytes(bytes);
  }
}
