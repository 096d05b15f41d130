package ca.edsquebec.trackingbms.connector.thingset;

import ca.edsquebec.trackingbms.connector.wire.Cbor;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a request asked for, so that its answer can be understood: answers give values without their
 * names.
 *
 * @param path of the group or item; empty for the root
 * @param items names or numbers within the group, in order; empty when all of it was asked for
 * @param names whether only names were asked for
 */
record Asked(String path, List<String> items, boolean names) {

  private static final Set<String> OVERLAYS = Set.of("_Ids", "_Paths", "_Metadata");
  private static final Pattern CHECKSUM = Pattern.compile(" [0-9A-Fa-f]{8}#$");

  /** Empty for what asks for nothing: an answer to it has no values. */
  static Optional<Asked> by(byte[] request) {
    if (request.length == 0) {
      return Optional.empty();
    }
    try {
      return switch (request[0]) {
        case '?' -> Optional.of(text(firstLine(request)));
        case 0x01, 0x05 -> binary(request);
        default -> Optional.empty();
      };
    } catch (JsonProcessingException | Cbor.MalformedException e) {
      // A request that can't be read explains no answer.
      return Optional.empty();
    }
  }

  /** Of several requests at once a node answers the first. A checksum behind it says nothing. */
  private static String firstLine(byte[] request) {
    String line = new String(request, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    return CHECKSUM.matcher(line).replaceFirst("").strip();
  }

  private static Asked text(String line) throws JsonProcessingException {
    int blank = line.indexOf(' ');
    String path = line.substring(1, blank < 0 ? line.length() : blank);
    String payload = blank < 0 ? "" : line.substring(blank).strip();
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    boolean oldNames = path.endsWith("/") && payload.isEmpty();
    if (payload.isEmpty()) {
      return new Asked(plain, List.of(), oldNames);
    }
    Object wanted = Json.read(payload);
    return new Asked(plain, strings(wanted), wanted == null);
  }

  private static Optional<Asked> binary(byte[] request) throws Cbor.MalformedException {
    Cbor items = new Cbor(request, 1);
    Object endpoint = items.next();
    Object wanted = items.hasNext() ? items.next() : List.of();
    if (endpoint instanceof List<?> record && record.size() == 2) {
      String path = Ids.path(String.valueOf(record.get(0))) + "/" + record.get(1);
      return Optional.of(new Asked(path, strings(wanted), wanted == null));
    }
    boolean id = endpoint instanceof BigDecimal;
    String path = String.valueOf(endpoint);
    path = path.equals("0") ? "" : id ? Ids.path(path) : path;
    return Optional.of(new Asked(path, strings(wanted), wanted == null));
  }

  private static List<String> strings(Object wanted) {
    return wanted instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** The path of a name or number within it. */
  String within(String key) {
    // What these say of a value is not the value.
    return OVERLAYS.contains(path) ? path + "/" + inGroup("", key) : inGroup(path, key);
  }

  static String inGroup(String group, String key) {
    return Ids.isId(key) ? Ids.path(key) : group.isEmpty() ? key : group + "/" + key;
  }
}
