package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.ArrayList;
import java.util.List;

/** The columns of one chunk, decoded when asked for; within bounds of memory. */
final class ColumnReader {

  private final Directory directory;
  private final byte[] bytes;
  private final NumberColumn[] numbers;
  private long room = Format.MAX_BYTES;

  /**
   * @param bytes inflated as far as {@link Directory#endOf} says
   */
  ColumnReader(Directory directory, byte[] bytes) {
    this.directory = directory;
    this.bytes = bytes;
    numbers = new NumberColumn[directory.entries().size()];
  }

  Block block(Choice choice) {
    long[] times = times();
    List<NumberColumn> chosenNumbers = new ArrayList<>();
    List<TextColumn> texts = new ArrayList<>();
    List<VectorColumn> vectors = new ArrayList<>();
    for (int i = 1; i < numbers.length; i++) {
      Entry entry = directory.entries().get(i);
      if (!entry.isIn(choice)) {
        continue;
      }
      switch (entry.kind()) {
        case Format.NUMBER -> chosenNumbers.add(number(i));
        case Format.TEXT -> texts.add(text(i));
        default -> vectors.add(vector(i));
      }
    }
    return new Block(times, chosenNumbers, vectors, texts);
  }

  private Unpacker open(int index) {
    return new Unpacker(bytes, directory.start(index), directory.ends()[index]);
  }

  private void take(long more) {
    room -= more;
    if (room < 0) {
      throw new DamagedChunkException("impossible size");
    }
  }

  private long[] times() {
    take(Format.numberBytes(directory.samples()));
    Unpacker in = open(0);
    long[] times = Times.read(in, directory.samples());
    in.end();
    return times;
  }

  private NumberColumn number(int index) {
    if (numbers[index] == null) {
      Entry entry = directory.entries().get(index);
      Numbers.Factors factors =
          entry.isProduct()
              ? new Numbers.Factors(
                  number(directory.factor(entry.a())),
                  number(directory.factor(entry.b())),
                  entry.divisor())
              : null;
      take(Format.numberBytes(directory.samples()));
      Unpacker in = open(index);
      numbers[index] =
          Numbers.read(in, entry.key(), directory.samples(), entry.is(Format.SPARSE), factors);
      in.end();
    }
    return numbers[index];
  }

  private TextColumn text(int index) {
    Entry entry = directory.entries().get(index);
    take(Format.textBytes(directory.samples()));
    Unpacker in = open(index);
    TextColumn column = Texts.read(in, entry.key(), directory.samples(), entry.is(Format.SPARSE));
    in.end();
    return column;
  }

  private VectorColumn vector(int index) {
    Entry entry = directory.entries().get(index);
    short[] means = entry.isRelative() ? Vectors.means(number(directory.number(entry.a()))) : null;
    take(Format.vectorBytes(directory.samples(), 0));
    Unpacker in = open(index);
    int[] lengths = Vectors.readLengths(in, directory.samples(), entry.is(Format.SPARSE));
    long elements = 0;
    for (int length : lengths) {
      elements += Math.max(length, 0);
    }
    take(Format.vectorBytes(0, elements));
    short[][] rows = Vectors.read(in, lengths, entry.is(Format.HOLES), means);
    in.end();
    return new VectorColumn(entry.key(), rows);
  }
}
