package ca.edsquebec.trackingbms.jobs.forward.spool;

import ca.edsquebec.trackingbms.connector.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames that were written at once: after a power cut all of them are there, or none. A CAN frame
 * takes some 20 bytes.
 *
 * @param mark how far their source had been read
 * @param frames in the order they were heard
 */
public record Block(Mark mark, List<Frame> frames) {

  private static final int VERSION = 1;

  public Block {
    frames = List.copyOf(frames);
  }

  /** Epoch milliseconds of the newest frame, rounded up; {@link Long#MIN_VALUE} without any. */
  long newestMillis() {
    return frames.stream()
        .mapToLong(frame -> -Math.floorDiv(-frame.timeMicros(), 1000L))
        .max()
        .orElse(Long.MIN_VALUE);
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 24 * frames.size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(mark.file());
      out.writeLong(mark.offset());
      out.writeInt(frames.size());
      for (Frame frame : frames) {
        out.writeLong(frame.timeMicros());
        out.writeInt(frame.canId());
        write(out, frame.data());
        // What a CAN frame has none of costs one byte.
        boolean plain =
            frame.request().length == 0 && frame.topic().isEmpty() && frame.variant().isEmpty();
        out.writeBoolean(plain);
        if (!plain) {
          write(out, frame.request());
          write(out, frame.topic().getBytes(StandardCharsets.UTF_8));
          write(out, frame.variant().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException when these are not the bytes of a block
   */
  static Block of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException("a block of version %d, not %d".formatted(version, VERSION));
    }
    Mark mark = new Mark(in.readLong(), in.readLong());
    int count = in.readInt();
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(frame(in));
    }
    return new Block(mark, frames);
  }

  private static Frame frame(DataInputStream in) throws IOException {
    long time = in.readLong();
    int canId = in.readInt();
    byte[] data = bytes(in);
    if (in.readBoolean()) {
      return new Frame(time, canId, data, new byte[0]);
    }
    return new Frame(time, canId, data, bytes(in), text(in), text(in));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    // One byte for what is as short as a CAN frame.
    out.writeByte(Math.min(bytes.length, 255));
    if (bytes.length >= 255) {
      out.writeInt(bytes.length);
    }
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int shortLength = in.readUnsignedByte();
    int length = shortLength < 255 ? shortLength : in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a frame of %d bytes in a block that ends before".formatted(length));
    }
    return in.readNBytes(length);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }
}
