package ca.edsquebec.trackingbms.web.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form shows: what was typed into it, or is stored, and what is wrong with it. Immutable.
 *
 * @param values by the name of the field; several where several may be chosen
 * @param errors by the name of the field, in the language of the page, in the order of the form
 */
public record Form(Map<String, List<String>> values, Map<String, String> errors) {

  private static final Form EMPTY = new Form(Map.of(), Map.of());

  public Form {
    values = Map.copyOf(values);
    errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
  }

  /** Nothing typed yet. */
  public static Form empty() {
    return EMPTY;
  }

  /**
   * @param sent as JAX-RS gives a form; null for a request without a body
   */
  public static Form of(MultivaluedMap<String, String> sent) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (sent != null) {
      // A field without "=" comes without a value.
      sent.forEach(
          (name, given) ->
              values.put(name, given.stream().map(value -> value == null ? "" : value).toList()));
    }
    return new Form(values, Map.of());
  }

  /** The same with this value in that field. */
  public Form with(String field, String... given) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    all.put(field, List.of(given));
    return new Form(all, errors);
  }

  /** The same with this said about that field; what was said about it first stays. */
  public Form wrong(String field, String text) {
    Map<String, String> all = new LinkedHashMap<>(errors);
    all.putIfAbsent(field, text);
    return new Form(values, all);
  }

  /** What is in the field, without blanks around it; empty when nothing is. */
  public String value(String field) {
    List<String> given = values.getOrDefault(field, List.of());
    return given.isEmpty() ? "" : given.get(0).strip();
  }

  /** As it was typed: for passwords. */
  public String raw(String field) {
    List<String> given = values.getOrDefault(field, List.of());
    return given.isEmpty() ? "" : given.get(0);
  }

  /** All that was chosen. */
  public List<String> chosen(String field) {
    return values.getOrDefault(field, List.of());
  }

  public boolean has(String field, String value) {
    return chosen(field).contains(value);
  }

  /** Empty when nothing is wrong with it. */
  public String error(String field) {
    return errors.getOrDefault(field, "");
  }

  public boolean isRefused() {
    return !errors.isEmpty();
  }
}
