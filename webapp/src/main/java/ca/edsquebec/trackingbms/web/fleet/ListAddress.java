package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.overview.FleetQuery;
import ca.edsquebec.trackingbms.overview.FleetQuery.Sort;
import ca.edsquebec.trackingbms.platform.InvalidException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The list's state as it stands in its address: {@code state}, {@code type}, {@code place} ({@code
 * <uid of type>.<uid of place>}) {@code chemistry} and {@code tag}, each as often as there are
 * choices, {@code q}, {@code sort} with a hyphen in front when descending, {@code page}, {@code
 * size}. What is as by default is left out; what has no value is not looked at.
 */
final class ListAddress {

  /** How many rows a page may have; the first by default. */
  static final List<Integer> SIZES = List.of(25, 50, 100);

  private static final String PLAIN = sort(FleetQuery.first(1));

  private ListAddress() {}

  /**
   * @throws InvalidException when a state, chemistry, order or number is none
   */
  static FleetQuery read(MultivaluedMap<String, String> asked) {
    String order = first(asked, "sort", PLAIN);
    boolean descending = order.startsWith("-");
    return new FleetQuery(
        all(asked, "state", text -> Parameters.choice("state", Condition.class, text)),
        all(asked, "type", text -> text),
        all(asked, "place", text -> text),
        all(asked, "chemistry", text -> Parameters.choice("chemistry", Chemistry.class, text)),
        all(asked, "tag", text -> text),
        first(asked, "q", ""),
        Parameters.choice("sort", Sort.class, descending ? order.substring(1) : order),
        descending,
        Parameters.number("page", first(asked, "page", "1")),
        size(first(asked, "size", SIZES.get(0).toString())));
  }

  private static int size(String text) {
    int size = Parameters.number("size", text);
    if (!SIZES.contains(size)) {
      throw new InvalidException("size", "size is %d; allowed: %s".formatted(size, SIZES));
    }
    return size;
  }

  private static String first(MultivaluedMap<String, String> asked, String name, String otherwise) {
    String value = asked.getFirst(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private static <T> Set<T> all(
      MultivaluedMap<String, String> asked, String name, Function<String, T> read) {
    return asked.getOrDefault(name, List.of()).stream()
        .filter(text -> !text.isEmpty())
        .map(read)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The query of the address, with its question mark; the same state makes the same text. */
  static String write(FleetQuery query) {
    List<String> parts = new ArrayList<>();
    add(parts, "state", query.conditions().stream().sorted().map(Condition::jsonName).toList());
    add(parts, "type", query.types().stream().sorted().toList());
    add(parts, "place", query.places().stream().sorted().toList());
    add(
        parts,
        "chemistry",
        query.chemistries().stream().sorted().map(Parameters::jsonName).toList());
    add(parts, "tag", query.tags().stream().sorted().toList());
    add(parts, "q", unless("", query.text()));
    add(parts, "sort", unless(PLAIN, sort(query)));
    add(parts, "page", unless("1", Integer.toString(query.page())));
    add(parts, "size", unless(SIZES.get(0).toString(), Integer.toString(query.size())));
    return "?" + String.join("&", parts);
  }

  /** As in the address. */
  static String sort(FleetQuery query) {
    return (query.descending() ? "-" : "") + Parameters.jsonName(query.sort());
  }

  private static List<String> unless(String usual, String value) {
    return value.equals(usual) ? List.of() : List.of(value);
  }

  private static void add(List<String> parts, String name, Collection<String> values) {
    values.forEach(
        value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
  }
}
