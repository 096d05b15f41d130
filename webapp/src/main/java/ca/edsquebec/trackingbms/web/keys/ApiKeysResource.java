package ca.edsquebec.trackingbms.web.keys;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.ApiKey;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A client's API keys, for programs. */
@Path("api/v1/api-keys")
@Requires(Permission.MANAGE_KEYS)
@Produces(MediaType.APPLICATION_JSON)
public final class ApiKeysResource {

  /**
   * A key to be made, or a new name.
   *
   * @param scopes {@code ingest}, {@code read}
   * @param access as in {@link Access}; null for all that the maker sees
   * @param expiresAt null for never
   */
  public record Wish(String name, List<String> scopes, Access access, Instant expiresAt) {}

  /**
   * A key.
   *
   * @param key the whole of it, in the answer to its making alone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Key(
      String id,
      String prefix,
      String name,
      List<String> scopes,
      Access access,
      String state,
      Instant createdAt,
      Instant expiresAt,
      Instant lastUsedAt,
      Instant revokedAt,
      String key) {}

  private final ApiKeys keys;
  private final BatteryDirectory batteries;
  private final Clock clock;

  @Inject
  public ApiKeysResource(ApiKeys keys, BatteryDirectory batteries, Clock clock) {
    this.keys = keys;
    this.batteries = batteries;
    this.clock = clock;
  }

  @GET
  public List<Key> list(@Context Caller caller) {
    SeenAccess seen = seen(caller);
    return keys.list(caller.tenant()).stream().map(key -> told(key, null, seen)).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(Wish wish, @Context Caller caller) {
    Wish given = required(wish);
    Maker maker = Maker.of(caller.actor(), caller.principal(), caller.tenant());
    BatteryAccess access = given.access() == null ? maker.access() : given.access().checked();
    NewKey made =
        keys.create(
            maker,
            caller.tenant(),
            new KeyWish(
                given.name(),
                scopes(given.scopes()),
                access,
                Optional.ofNullable(given.expiresAt())));
    return Response.status(Response.Status.CREATED)
        .entity(told(made.key(), made.text(), seen(caller)))
        .build();
  }

  @GET
  @Path("{id}")
  public Key one(@PathParam("id") String id, @Context Caller caller) {
    return told(keys.key(caller.tenant(), id), null, seen(caller));
  }

  /** Changes its name, the only thing about a key that can change. */
  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Key rename(@PathParam("id") String id, Wish wish, @Context Caller caller) {
    return told(
        keys.rename(
            Maker.of(caller.actor(), caller.principal(), caller.tenant()),
            caller.tenant(),
            id,
            required(wish).name()),
        null,
        seen(caller));
  }

  /** Makes it useless; it stays in the list. */
  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") String id, @Context Caller caller) {
    keys.revoke(Maker.of(caller.actor(), caller.principal(), caller.tenant()), caller.tenant(), id);
    return Response.noContent().build();
  }

  private SeenAccess seen(Caller caller) {
    return new SeenAccess(batteries, caller);
  }

  private Key told(ApiKey key, String whole, SeenAccess seen) {
    return new Key(
        key.id(),
        key.prefix(),
        key.name(),
        key.scopes().stream().map(scope -> scope.name().toLowerCase(Locale.ROOT)).sorted().toList(),
        seen.of(key.access()),
        key.state(clock.instant()).name().toLowerCase(Locale.ROOT),
        key.createdAt(),
        key.expiresAt().orElse(null),
        key.lastUsedAt().orElse(null),
        key.revokedAt().orElse(null),
        whole);
  }

  private static Wish required(Wish wish) {
    if (wish == null || wish.name() == null) {
      throw new InvalidException("name", "a key needs a name");
    }
    return wish;
  }

  private static Set<Scope> scopes(List<String> names) {
    if (names == null) {
      return Set.of(Scope.INGEST);
    }
    return names.stream()
        .map(
            name ->
                switch (name == null ? "" : name) {
                  case "ingest" -> Scope.INGEST;
                  case "read" -> Scope.READ;
                  default -> throw new InvalidException("scopes", "\"" + name + "\" is no scope");
                })
        .collect(Collectors.toSet());
  }
}
