package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditPage;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the audit that is about one person: what the person did, and what was done with the
 * person's account. Of the first, values are left out, and which object it was: they are the
 * client's, and may be about others. Of the second, who did it.
 */
final class PersonTrail {

  private interface Form {
    void write(Optional<TenantId> chain, Entry entry) throws IOException;
  }

  private final Audit audit;

  PersonTrail(Audit audit) {
    this.audit = audit;
  }

  void write(PersonKey person, JsonGenerator json) throws IOException {
    String self = "user:" + person.id();
    AuditQuery all = AuditQuery.ALL.limited(AuditQuery.MAX_LIMIT);
    json.writeArrayFieldStart("actions");
    each(
        all.by(Actor.user(person.id(), "")),
        (chain, entry) -> {
          begin(json, chain, entry);
          json.writeStringField("address", entry.actor().address());
          json.writeStringField("object", object(entry, self));
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeArrayFieldStart("changes");
    each(
        all.about(self),
        (chain, entry) -> {
          begin(json, chain, entry);
          writeValues(json, "before", entry.change().before());
          writeValues(json, "after", entry.change().after());
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  private void each(AuditQuery query, Form form) throws IOException {
    for (Optional<TenantId> chain : audit.chains()) {
      AuditQuery next = query;
      while (next != null) {
        AuditPage page = audit.list(chain, next);
        for (Entry entry : page.entries()) {
          form.write(chain, entry);
        }
        next = page.next().isPresent() ? query.olderThan(page.next().getAsLong()) : null;
      }
    }
  }

  private static void begin(JsonGenerator json, Optional<TenantId> chain, Entry entry)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("client", chain.map(TenantId::slug).orElse(null));
    json.writeStringField("at", entry.at().toString());
    json.writeStringField("action", entry.change().action().name());
  }

  /** The kind of what it was; in full when it is the person. */
  private static String object(Entry entry, String self) {
    String object = entry.change().object();
    return object.equals(self) ? object : object.replaceFirst(":.*", "");
  }

  private static void writeValues(JsonGenerator json, String name, Map<String, String> values)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      json.writeStringField(value.getKey(), value.getValue());
    }
    json.writeEndObject();
  }
}
