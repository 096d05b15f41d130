package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.notification.Correspondence;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person's own data, as a file (sections 27 and 32 of chapter P-39.1). It holds what is about
 * this person and nothing about another; no secret, nor what messages say. Each time is recorded in
 * the platform's chain. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class PersonExport {

  /** Which form the file has; grows when something in it changes its meaning. */
  static final int VERSION = 1;

  private static final int AT_ONCE = 500;

  private final RegistryDatabase registry;
  private final Passwords passwords;
  private final Correspondence messages;
  private final PersonTrail trail;
  private final Audit audit;
  private final Clock clock;
  private final ObjectMapper mapper = new ObjectMapper();

  public PersonExport(
      RegistryDatabase registry,
      Passwords passwords,
      Correspondence messages,
      Audit audit,
      Clock clock) {
    this.registry = registry;
    this.passwords = passwords;
    this.messages = messages;
    this.trail = new PersonTrail(audit);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The file of the one who asks.
   *
   * @param password the current one: an unattended browser must not give two years of addresses
   * @throws SignInRefused when the password is another
   * @throws SignInThrottled after as many failures as for a sign-in
   */
  public PersonFile own(Actor by, long userId, String password, Device device) {
    passwords.confirm(userId, password, device);
    return of(by, userId);
  }

  /**
   * The file of anybody, for who may have it: the caller's to judge.
   *
   * @throws NotFoundException when there is no such person, or the person was erased
   */
  public PersonFile of(Actor by, long userId) {
    PersonKey person =
        registry.write(
            em -> {
              PersonKey found = PersonKey.of(em, userId);
              audit.record(
                  em,
                  Optional.empty(),
                  by,
                  Change.made(Action.PERSON_EXPORTED, "user:" + userId, Map.of("format", "json")));
              return found;
            });
    return out -> write(person, out);
  }

  private void write(PersonKey person, OutputStream out) throws IOException {
    JsonGenerator json =
        mapper.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeStringField("format", "trackingbms-person");
    json.writeNumberField("version", VERSION);
    json.writeStringField("exportedAt", clock.instant().toString());
    for (PersonPart part : PersonParts.ALL) {
      part.write(registry, person, json);
    }
    writeMessages(person, json);
    trail.write(person, json);
    json.writeEndObject();
    json.flush();
  }

  private void writeMessages(PersonKey person, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("messages");
    writeMessages(Optional.empty(), person, json);
    for (TenantId client : registry.read(em -> Accounts.clients(em, person.id()))) {
      writeMessages(Optional.of(client), person, json);
    }
    json.writeEndArray();
  }

  private void writeMessages(Optional<TenantId> client, PersonKey person, JsonGenerator json)
      throws IOException {
    Optional<String> after = Optional.empty();
    List<Correspondence.Message> some;
    do {
      some = messages.to(client, person.email(), after, AT_ONCE);
      for (Correspondence.Message message : some) {
        json.writeStartObject();
        json.writeStringField("client", client.map(TenantId::slug).orElse(null));
        json.writeStringField("kind", message.template());
        json.writeStringField("state", message.state());
        json.writeStringField("queuedAt", message.queuedAt().toString());
        json.writeStringField("doneAt", message.doneAt().map(Object::toString).orElse(null));
        json.writeEndObject();
        after = Optional.of(message.uid());
      }
    } while (some.size() == AT_ONCE);
  }
}
