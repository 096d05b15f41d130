package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the writer may expect of the numbers, so that they take less room. A wrong expectation costs
 * room and nothing else; a reader needs no layout, for the chunk says what was expected.
 */
public record Layout(List<Product> products, List<Mean> means) {

  public static final Layout NONE = new Layout(List.of(), List.of());

  /**
   * A number that is nearly keyA × keyB / divisor, rounded.
   *
   * @param divisor 1 or more
   */
  public record Product(int targetKey, int keyA, int keyB, long divisor) {

    public Product {
      if (divisor < 1) {
        throw new IllegalArgumentException("divisor " + divisor);
      }
    }
  }

  /** A vector whose elements lie around a number. */
  public record Mean(int vectorKey, int numberKey) {}

  public Layout {
    products = List.copyOf(products);
    means = List.copyOf(means);
    Set<Integer> targets = products.stream().map(Product::targetKey).collect(Collectors.toSet());
    boolean chained =
        products.stream().flatMap(p -> Stream.of(p.keyA(), p.keyB())).anyMatch(targets::contains);
    if (chained || targets.size() < products.size()) {
      throw new IllegalArgumentException("a number is expected twice, or of another such one");
    }
  }

  /** Null when nothing is expected of that number. */
  Product productOf(int key) {
    return products.stream().filter(p -> p.targetKey() == key).findFirst().orElse(null);
  }

  /** Null when nothing is expected of that vector. */
  Mean meanOf(int key) {
    return means.stream().filter(m -> m.vectorKey() == key).findFirst().orElse(null);
  }
}
