package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.Comparator;

/**
 * What the directory says of a column.
 *
 * @param a key of a factor, or of the number that a vector is relative to; else 0
 * @param b key of the other factor; else 0
 * @param divisor of a product; else 1
 * @param length bytes before compression
 */
record Entry(int kind, int key, int encoding, int a, int b, long divisor, int length) {

  /** As columns stand. */
  static final Comparator<Entry> ORDER =
      Comparator.comparingInt(Entry::kind).thenComparingInt(Entry::key);

  boolean is(int wanted) {
    return (encoding & wanted) != 0;
  }

  boolean isProduct() {
    return kind == Format.NUMBER && is(Format.PRODUCT);
  }

  boolean isRelative() {
    return kind == Format.VECTOR && is(Format.RELATIVE);
  }

  /** One without references. */
  static Entry plain(int kind, int key, int encoding, int length) {
    return new Entry(kind, key, encoding, 0, 0, 1, length);
  }

  static Entry product(Layout.Product product, int encoding, int length) {
    return new Entry(
        Format.NUMBER,
        product.targetKey(),
        encoding | Format.PRODUCT,
        product.keyA(),
        product.keyB(),
        product.divisor(),
        length);
  }

  static Entry relative(Layout.Mean mean, int encoding, int length) {
    int all = encoding | Format.RELATIVE;
    return new Entry(Format.VECTOR, mean.vectorKey(), all, mean.numberKey(), 0, 1, length);
  }

  boolean isIn(Choice choice) {
    return switch (kind) {
      case Format.NUMBER -> choice.numbers().test(key);
      case Format.TEXT -> choice.texts().test(key);
      case Format.VECTOR -> choice.vectors().test(key);
      default -> true;
    };
  }

  /** For a message. */
  String name() {
    return Format.nameOf(kind, key);
  }

  void write(Packer out) {
    out.oneByte(kind);
    out.unsigned(key);
    out.oneByte(encoding);
    if (isProduct()) {
      out.unsigned(a);
      out.unsigned(b);
      out.unsigned(divisor);
    } else if (isRelative()) {
      out.unsigned(a);
    }
    out.unsigned(length);
  }

  static Entry read(Unpacker in) {
    int kind = in.oneByte();
    int key = in.within("key", Integer.MAX_VALUE);
    int encoding = in.oneByte();
    if (kind > Format.VECTOR || (encoding & ~allowed(kind)) != 0) {
      throw new DamagedChunkException("unknown kind " + kind + " or encoding " + encoding);
    }
    int a = 0;
    int b = 0;
    long divisor = 1;
    if (kind == Format.NUMBER && (encoding & Format.PRODUCT) != 0) {
      a = in.within("key", Integer.MAX_VALUE);
      b = in.within("key", Integer.MAX_VALUE);
      divisor = in.unsigned();
    } else if (kind == Format.VECTOR && (encoding & Format.RELATIVE) != 0) {
      a = in.within("key", Integer.MAX_VALUE);
    }
    if (divisor < 1) {
      throw new DamagedChunkException("impossible divisor " + divisor);
    }
    int length = in.within("length", Format.MAX_BYTES);
    return new Entry(kind, key, encoding, a, b, divisor, length);
  }

  private static int allowed(int kind) {
    return switch (kind) {
      case Format.TIMES -> Format.PLAIN;
      case Format.NUMBER -> Format.SPARSE | Format.PRODUCT;
      case Format.TEXT -> Format.SPARSE;
      default -> Format.SPARSE | Format.HOLES | Format.RELATIVE;
    };
  }
}
