package ca.edsquebec.trackingbms.tenant;

import java.util.function.Supplier;

/** Makes its value at first use, once; closes it only when it was made. */
final class Lazy<T extends AutoCloseable> {

  private final Supplier<T> maker;
  private T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (value == null) {
      value = maker.get();
    }
    return value;
  }

  synchronized void close() {
    if (value != null) {
      try {
        value.close();
      } catch (Exception e) {
        throw new IllegalStateException("could not close " + value, e);
      }
    }
  }
}
