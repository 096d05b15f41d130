package ca.edsquebec.trackingbms.secret;

import ca.edsquebec.trackingbms.platform.RandomText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of any length, encrypted with AES-256-GCM in chunks that are authenticated one by one, in
 * constant memory. A file brings its data key along, wrapped by the master key: the master key and
 * the file are enough to read it, when the registry is lost too. What was altered, cut, extended or
 * put in another order is noticed at the latest when the place is read.
 *
 * <p>Safe for any number of threads; the streams are for one. Opens the registry, so to be called
 * outside of any unit of work.
 */
public final class SealedFiles {

  private static final Logger LOG = LoggerFactory.getLogger(SealedFiles.class);

  private final KeyRing keys;

  public SealedFiles(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * Begins a file.
   *
   * @param label what the file is; readable without a key, and authenticated; at most 4 kB
   * @param out closed with the answer; a file whose stream was not closed is not complete
   */
  public OutputStream sealing(Purpose purpose, String label, OutputStream out) throws IOException {
    SecretKey key = keys.current(purpose);
    MasterKey master = keys.master();
    SealedHeader header =
        new SealedHeader(
            purpose,
            key.id(),
            master.id(),
            master.wrap(purpose, key.id(), key.bytes()),
            RandomText.bytes(SealedHeader.SALT_BYTES),
            label);
    byte[] bytes = header.bytes();
    out.write(bytes);
    return new SealingStream(out, header.fileKey(key), header.digest());
  }

  /** What a file says it is, without a key and therefore unproven. */
  public static String label(InputStream in) throws IOException {
    return SealedHeader.read(in).label();
  }

  /**
   * Reads a file from its first byte.
   *
   * @param in closed with the answer
   * @throws SealedFileException when it is no such file, or its key is not to be had; later, by the
   *     stream, when it was altered or cut
   */
  public Opened open(InputStream in) throws IOException {
    InputStream buffered = new BufferedInputStream(in, SealedChunks.PLAIN_BYTES);
    SealedHeader header = SealedHeader.read(buffered);
    return new Opened(
        header.label(),
        new OpeningStream(buffered, header.fileKey(keyOf(header)), header.digest()));
  }

  /**
   * A file that is being read.
   *
   * @param label proven when the first byte of the content was read
   */
  public record Opened(String label, InputStream content) {}

  private SecretKey keyOf(SealedHeader header) throws SealedFileException {
    Optional<MasterKey> master = keys.master(header.masterId());
    if (master.isPresent()) {
      return header.unwrap(master.get());
    }
    return inRegistry(header)
        .orElseThrow(
            () ->
                new SealedFileException(
                    "the file needs master key %s and TBMS_MASTER_KEY is %s: give the master key of"
                            .formatted(header.masterId(), keys.master().id())
                        + " then, as TBMS_MASTER_KEY_PREVIOUS too"));
  }

  // There it was wrapped anew when the master key changed.
  private Optional<SecretKey> inRegistry(SealedHeader header) {
    try {
      return keys.find(header.purpose(), header.keyId());
    } catch (RuntimeException e) {
      LOG.info("key {} can't be asked of the registry: {}", header.keyId(), e.getMessage());
      return Optional.empty();
    }
  }
}
