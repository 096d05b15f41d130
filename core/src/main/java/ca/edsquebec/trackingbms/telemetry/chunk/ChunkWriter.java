package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Makes chunks, as {@link Format} describes them. Not for use by several threads; holds memory
 * outside the heap until closed.
 */
public final class ChunkWriter implements AutoCloseable {

  private final Layout layout;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final Packer columns = new Packer();
  private final Packer head = new Packer();
  private final List<Entry> directory = new ArrayList<>();

  public ChunkWriter(Layout layout) {
    this.layout = layout;
  }

  /**
   * The chunk of a block: {@link ChunkReader} gives the same one back, columns in order of their
   * keys and without those that are all absent.
   *
   * @throws IllegalArgumentException for a block without samples, times that do not grow, a column
   *     of another length, a key that is negative or there twice, or more than a reader would hold
   *     (64 MiB: a hundred thousand samples and more)
   */
  public byte[] encode(Block block) {
    BlockCheck.check(block);
    columns.clear();
    directory.clear();
    Times.write(columns, block.times());
    directory.add(Entry.plain(Format.TIMES, 0, Format.PLAIN, columns.size()));
    for (NumberColumn column : BlockCheck.sorted(block.numbers(), NumberColumn::key)) {
      if (isThere(column)) {
        number(block, column);
      }
    }
    for (TextColumn column : BlockCheck.sorted(block.texts(), TextColumn::key)) {
      text(column);
    }
    for (VectorColumn column : BlockCheck.sorted(block.vectors(), VectorColumn::key)) {
      vector(block, column);
    }
    return compressed(block.size());
  }

  private static boolean isThere(NumberColumn column) {
    return column.present() == null || !column.present().isEmpty();
  }

  /** Null when there is none, or all of it is absent. */
  private static NumberColumn numbers(Block block, int key) {
    return block.number(key).filter(ChunkWriter::isThere).orElse(null);
  }

  private void number(Block block, NumberColumn column) {
    int samples = block.size();
    BitSet present = column.present();
    if (present != null && present.cardinality() == samples) {
      present = null;
    }
    int encoding = present == null ? Format.PLAIN : Format.SPARSE;
    int start = columns.size();
    Numbers.write(columns, column.values(), present, null);
    Layout.Product product = layout.productOf(column.key());
    Numbers.Factors factors = product == null ? null : factors(block, product);
    if (factors != null) {
      // A device may count its power in a way of its own: what is shorter stays.
      int middle = columns.size();
      Numbers.write(columns, column.values(), present, factors);
      if (columns.size() - middle < middle - start) {
        columns.remove(start, middle);
        directory.add(
            new Entry(
                Format.NUMBER,
                column.key(),
                encoding | Format.PRODUCT,
                product.keyA(),
                product.keyB(),
                product.divisor(),
                columns.size() - start));
        return;
      }
      columns.remove(middle, columns.size());
    }
    directory.add(Entry.plain(Format.NUMBER, column.key(), encoding, columns.size() - start));
  }

  /** Null when one is missing. */
  private static Numbers.Factors factors(Block block, Layout.Product product) {
    NumberColumn a = numbers(block, product.keyA());
    NumberColumn b = numbers(block, product.keyB());
    return a == null || b == null ? null : new Numbers.Factors(a, b, product.divisor());
  }

  private void text(TextColumn column) {
    BitSet present = Vectors.presence(column.rows());
    if (present.isEmpty()) {
      return;
    }
    boolean sparse = present.cardinality() < column.rows().length;
    int start = columns.size();
    Texts.write(columns, column.rows(), sparse ? present : null);
    int encoding = sparse ? Format.SPARSE : Format.PLAIN;
    directory.add(Entry.plain(Format.TEXT, column.key(), encoding, columns.size() - start));
  }

  private void vector(Block block, VectorColumn column) {
    BitSet present = Vectors.presence(column.rows());
    if (present.isEmpty()) {
      return;
    }
    Layout.Mean mean = layout.meanOf(column.key());
    NumberColumn numbers = mean == null ? null : numbers(block, mean.numberKey());
    int encoding =
        (present.cardinality() < column.rows().length ? Format.SPARSE : 0)
            | (Vectors.haveHoles(column.rows()) ? Format.HOLES : 0)
            | (numbers == null ? 0 : Format.RELATIVE);
    int start = columns.size();
    Vectors.write(
        columns, column.rows(), encoding, numbers == null ? null : Vectors.means(numbers));
    int key = numbers == null ? 0 : mean.numberKey();
    int length = columns.size() - start;
    directory.add(new Entry(Format.VECTOR, column.key(), encoding, key, 0, 1, length));
  }

  private byte[] compressed(int samples) {
    head.clear();
    head.unsigned(samples);
    head.unsigned(directory.size());
    for (Entry entry : directory) {
      entry.write(head);
    }
    int start = Format.HEADER + head.size();
    byte[] chunk = new byte[start + columns.size() / 2 + 64];
    System.arraycopy(head.array(), 0, chunk, Format.HEADER, head.size());
    deflater.reset();
    deflater.setInput(columns.array(), 0, columns.size());
    deflater.finish();
    int size = start;
    while (true) {
      size += deflater.deflate(chunk, size, chunk.length - size);
      if (deflater.finished()) {
        break;
      }
      chunk = Arrays.copyOf(chunk, 2 * chunk.length);
    }
    chunk[0] = Format.VERSION;
    CRC32 checksum = new CRC32();
    checksum.update(chunk, Format.HEADER, size - Format.HEADER);
    for (int i = 1; i < Format.HEADER; i++) {
      chunk[i] = (byte) (checksum.getValue() >>> (8 * (i - 1)));
    }
    return Arrays.copyOf(chunk, size);
  }

  /** Gives back the memory; nothing can be encoded any more. */
  @Override
  public void close() {
    deflater.end();
  }
}
