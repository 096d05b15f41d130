package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.secret.Binding;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A message's values as they are stored, before they are sealed. */
final class Content {

  private static final SealedContent COLUMN = new SealedContent();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private Content() {}

  /** Where the sealed values of that message belong. */
  static Binding place(Optional<TenantId> tenant, String uid) {
    return COLUMN.binding(tenant, uid);
  }

  static String write(Map<String, String> values) {
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(values));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("could not write the values " + values.keySet(), e);
    }
  }

  static Map<String, String> open(SecretBox box, Binding place, String sealed) {
    try {
      return MAPPER.readValue(box.open(place, sealed), VALUES);
    } catch (JsonProcessingException e) {
      // Without the cause: it would quote what was sealed.
      throw new IllegalStateException(
          "the sealed values of message " + place.id() + " are no JSON");
    }
  }
}
