package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.identity.PersonName;
import ca.edsquebec.trackingbms.identity.PersonNames;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.people.ScopeNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the ids in a chain are called now, as far as the reader may know: a client hears of its own
 * people and things only. What nobody asks for is not read. For one answer, and one thread.
 */
final class ChainNames {

  private final PersonNames people;
  private final Optional<TenantId> reader;
  private final Map<String, Supplier<Map<String, String>>> sources;
  private final Optional<Supplier<ScopeNames>> scopes;
  private final Map<String, Map<String, String>> read = new HashMap<>();
  private final Map<Long, PersonName> persons = new HashMap<>();
  private final Map<Long, String> invited = new HashMap<>();
  private ScopeNames scope;

  /**
   * @param reader whose chain it is; empty for the platform's
   * @param sources names by id, by the kind of object
   * @param scopes empty where there are no batteries
   */
  ChainNames(
      PersonNames people,
      Optional<TenantId> reader,
      Map<String, Supplier<Map<String, String>>> sources,
      Optional<Supplier<ScopeNames>> scopes) {
    this.people = people;
    this.reader = reader;
    this.sources = Map.copyOf(sources);
    this.scopes = scopes;
  }

  /** Asks for all people of these entries at once. */
  void prepare(Collection<Entry> entries) {
    Set<Long> users = new HashSet<>();
    Set<Long> invitations = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.actor().kind() == Actor.Kind.USER) {
        add(users, entry.actor().id());
      }
      Ref object = Ref.of(entry.change().object());
      if (object.kind().equals("user")) {
        add(users, object.id());
      } else if (object.kind().equals("invitation")) {
        add(invitations, object.id());
      }
    }
    persons.putAll(people.of(reader, users));
    reader.ifPresent(client -> invited.putAll(people.invited(client, invitations)));
  }

  private static void add(Set<Long> ids, String text) {
    number(text).ifPresent(ids::add);
  }

  static Optional<Long> number(String id) {
    return id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
  }

  /** Empty for one who was erased. */
  Optional<PersonName> person(String id) {
    return number(id).map(persons::get);
  }

  /** To which address that invitation went; empty for one who was erased. */
  Optional<String> invited(String id) {
    return number(id).map(invited::get);
  }

  Optional<String> name(String kind, String id) {
    return Optional.ofNullable(all(kind).get(id));
  }

  /** By id; empty for a kind that has no names here. */
  Map<String, String> all(String kind) {
    return read.computeIfAbsent(kind, it -> sources.getOrDefault(it, Map::of).get());
  }

  /** Empty where there are no batteries. */
  Optional<ScopeNames> scopes() {
    if (scope == null && scopes.isPresent()) {
      scope = scopes.get().get();
    }
    return Optional.ofNullable(scope);
  }

  /** The id of who has that address, if the reader knows one. */
  Optional<Long> find(String email) {
    return people.find(reader, email);
  }

  /** A person who may not be among the entries. */
  Optional<PersonName> look(String id) {
    return number(id).flatMap(it -> Optional.ofNullable(people.of(reader, Set.of(it)).get(it)));
  }
}
