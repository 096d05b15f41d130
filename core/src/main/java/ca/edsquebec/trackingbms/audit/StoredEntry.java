package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.secret.SecretKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A row of {@code audit_entry}, or of {@code audit_pending}, with texts as the columns hold them:
 * the code is of these, so that no change of our own reading can break a chain.
 *
 * @param seq 0 for what is in no chain yet
 * @param before null where there is none, as {@code after} and {@code source}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record StoredEntry(
    String chain,
    long seq,
    Instant at,
    String actorKind,
    String actorId,
    String address,
    String action,
    String object,
    String before,
    String after,
    String source,
    String keyId,
    byte[] mac) {

  /** In front of the first entry of a chain, and of what is in none yet. */
  private static final byte[] NOTHING = new byte[32];

  static StoredEntry of(String chain, Instant at, Actor actor, Change change, String source) {
    return new StoredEntry(
        chain,
        0,
        at.truncatedTo(ChronoUnit.MILLIS),
        actor.kind().name(),
        ValuesJson.cut(actor.id(), 64),
        ValuesJson.cut(actor.address(), 64),
        change.action().name(),
        ValuesJson.cut(change.object(), 200),
        ValuesJson.text(change.before()),
        ValuesJson.text(change.after()),
        source,
        "",
        NOTHING);
  }

  Entry toEntry() {
    return new Entry(
        seq,
        at,
        new Actor(Actor.Kind.stored(actorKind), actorId, address),
        new Change(
            Action.stored(action), object, ValuesJson.values(before), ValuesJson.values(after)));
  }

  /** What its code must be, behind an entry of that code. */
  byte[] macAfter(byte[] previous, SecretKey key) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    out.writeBytes(previous);
    out.writeBytes(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(seq).putLong(at.toEpochMilli()).array());
    for (String text :
        new String[] {chain, actorKind, actorId, address, action, object, before, after, source}) {
      put(out, text);
    }
    return key.mac(out.toByteArray());
  }

  boolean isSealed(byte[] previous, SecretKey key) {
    return MessageDigest.isEqual(macAfter(previous, key), mac);
  }

  /** True for what waits to be moved to a chain and was written by a program that had the key. */
  boolean isGenuinelyPending(SecretKey key) {
    return seq == 0 && isSealed(NOTHING, key);
  }

  StoredEntry pending(SecretKey key) {
    return sealed(0, NOTHING, key);
  }

  StoredEntry sealed(long number, byte[] previous, SecretKey key) {
    StoredEntry numbered = with(number, key.id(), mac);
    return numbered.with(number, key.id(), numbered.macAfter(previous, key));
  }

  private StoredEntry with(long number, String key, byte[] code) {
    return new StoredEntry(
        chain, number, at, actorKind, actorId, address, action, object, before, after, source, key,
        code);
  }

  // Behind its length, -1 for none: no two entries read alike.
  private static void put(ByteArrayOutputStream out, String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    int length = text == null ? -1 : bytes.length;
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    out.writeBytes(bytes);
  }
}
