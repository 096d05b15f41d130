package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.tenant.Tenant;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive being written: files of JSON Lines, and at the end {@code manifest.json}, which tells
 * of each how many rows and bytes it has and its SHA-256. An archive without it is not complete.
 *
 * <p>For one thread.
 */
public final class ArchiveWriter {

  private static final JsonFactory JSON = new JsonFactory();

  /** Writes the rows of a file. */
  @FunctionalInterface
  public interface Rows {

    /**
     * @param out a line a root value; must not be closed
     * @return how many rows were written
     */
    long write(JsonGenerator out) throws IOException;
  }

  private record File(String name, long rows, long bytes, String sha256) {}

  private final List<File> files = new ArrayList<>();
  private final DigestOutputStream whole;
  private final Counting counted;
  private final ZipOutputStream zip;

  ArchiveWriter(OutputStream out) {
    counted = new Counting(out);
    whole = new DigestOutputStream(counted, sha256());
    zip = new ZipOutputStream(whole, StandardCharsets.UTF_8);
  }

  /**
   * Adds a file.
   *
   * @param name its path in the archive, such as {@code samples/LAV-07.jsonl}
   */
  public void add(String name, Rows rows) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Counting bytes = new Counting(zip);
    DigestOutputStream digest = new DigestOutputStream(bytes, sha256());
    long number;
    try (JsonGenerator out = JSON.createGenerator(new Open(digest))) {
      out.setRootValueSeparator(new SerializedString("\n"));
      number = rows.write(out);
    }
    zip.closeEntry();
    files.add(new File(name, number, bytes.count, hex(digest)));
  }

  /**
   * @return the SHA-256 of all
   */
  String finish(Tenant tenant, Instant begun, Instant finished) throws IOException {
    zip.putNextEntry(new ZipEntry("manifest.json"));
    try (JsonGenerator out = JSON.createGenerator(new Open(zip)).useDefaultPrettyPrinter()) {
      out.writeStartObject();
      out.writeStringField("format", "trackingbms-client-export-1");
      out.writeStringField("client", tenant.id().slug());
      out.writeStringField("name", tenant.name());
      out.writeStringField("status", tenant.status().name());
      out.writeStringField("begunAt", begun.toString());
      out.writeStringField("finishedAt", finished.toString());
      out.writeArrayFieldStart("files");
      for (File file : files) {
        out.writeStartObject();
        out.writeStringField("name", file.name());
        out.writeNumberField("rows", file.rows());
        out.writeNumberField("bytes", file.bytes());
        out.writeStringField("sha256", file.sha256());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    zip.closeEntry();
    zip.finish();
    whole.flush();
    return hex(whole);
  }

  long rows() {
    return files.stream().mapToLong(File::rows).sum();
  }

  long bytes() {
    return counted.count;
  }

  private static String hex(DigestOutputStream stream) {
    return HexFormat.of().formatHex(stream.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Counts what goes through. */
  private static final class Counting extends FilterOutputStream {

    private long count;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }
  }

  /** Stays open when a generator of JSON is done with it. */
  private static final class Open extends FilterOutputStream {

    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
