package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The columns of one block after another, and what the directory says of them. */
final class ColumnWriter {

  private final Layout layout;
  private final Packer out = new Packer();
  private final List<Entry> directory = new ArrayList<>();

  ColumnWriter(Layout layout) {
    this.layout = layout;
  }

  /** The columns, valid until the next {@link #write}. */
  Packer columns() {
    return out;
  }

  List<Entry> directory() {
    return directory;
  }

  /**
   * Forgets the former block and writes this one.
   *
   * @param block one that {@link BlockCheck} lets pass
   */
  void write(Block block) {
    out.clear();
    directory.clear();
    Times.write(out, block.times());
    directory.add(Entry.plain(Format.TIMES, 0, Format.PLAIN, out.size()));
    for (NumberColumn column : BlockCheck.sorted(block.numbers(), NumberColumn::key)) {
      if (isThere(column)) {
        number(block, column);
      }
    }
    for (TextColumn column : BlockCheck.sorted(block.texts(), TextColumn::key)) {
      BitSet present = Vectors.presence(column.rows());
      if (!present.isEmpty()) {
        text(column, present);
      }
    }
    for (VectorColumn column : BlockCheck.sorted(block.vectors(), VectorColumn::key)) {
      BitSet present = Vectors.presence(column.rows());
      if (!present.isEmpty()) {
        vector(block, column, present);
      }
    }
  }

  private static boolean isThere(NumberColumn column) {
    return column.present() == null || !column.present().isEmpty();
  }

  /** Null when there is none, or all of it is absent. */
  private static NumberColumn numbers(Block block, int key) {
    return block.number(key).filter(ColumnWriter::isThere).orElse(null);
  }

  private static int sparse(BitSet present, int samples) {
    return present == null || present.cardinality() == samples ? Format.PLAIN : Format.SPARSE;
  }

  private void number(Block block, NumberColumn column) {
    int encoding = sparse(column.present(), block.size());
    BitSet present = encoding == Format.SPARSE ? column.present() : null;
    int start = out.size();
    Numbers.write(out, column.values(), present, null);
    int middle = out.size();
    int length = middle - start;
    Layout.Product product = layout.productOf(column.key());
    Numbers.Factors factors = product == null ? null : factors(block, product);
    if (factors == null) {
      directory.add(Entry.plain(Format.NUMBER, column.key(), encoding, length));
      return;
    }
    // A device may count its power in a way of its own: what is shorter stays.
    Numbers.write(out, column.values(), present, factors);
    int other = out.size() - middle;
    if (other < length) {
      out.remove(start, middle);
      directory.add(Entry.product(product, encoding, other));
    } else {
      out.remove(middle, middle + other);
      directory.add(Entry.plain(Format.NUMBER, column.key(), encoding, length));
    }
  }

  /** Null when one is missing. */
  private static Numbers.Factors factors(Block block, Layout.Product product) {
    NumberColumn a = numbers(block, product.keyA());
    NumberColumn b = numbers(block, product.keyB());
    return a == null || b == null ? null : new Numbers.Factors(a, b, product.divisor());
  }

  private void text(TextColumn column, BitSet present) {
    int encoding = sparse(present, column.rows().length);
    int start = out.size();
    Texts.write(out, column.rows(), encoding == Format.SPARSE ? present : null);
    directory.add(Entry.plain(Format.TEXT, column.key(), encoding, out.size() - start));
  }

  private void vector(Block block, VectorColumn column, BitSet present) {
    Layout.Mean mean = layout.meanOf(column.key());
    NumberColumn numbers = mean == null ? null : numbers(block, mean.numberKey());
    int encoding =
        sparse(present, column.rows().length)
            | (Vectors.haveHoles(column.rows()) ? Format.HOLES : Format.PLAIN);
    int start = out.size();
    if (numbers == null) {
      Vectors.write(out, column.rows(), encoding, null);
      directory.add(Entry.plain(Format.VECTOR, column.key(), encoding, out.size() - start));
    } else {
      Vectors.write(out, column.rows(), encoding, Vectors.means(numbers));
      directory.add(Entry.relative(mean, encoding, out.size() - start));
    }
  }
}
