package ca.edsquebec.trackingbms.web.ingest.emoncms;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.intake.Addressing;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.ingest.NamedPoint;
import ca.edsquebec.trackingbms.web.ingest.PushBatch;
import ca.edsquebec.trackingbms.web.ingest.PushDesk;
import ca.edsquebec.trackingbms.web.ingest.Told;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** One reading a request, or many, by address or by form. */
@Path("emoncms/input")
@Requires(Permission.INGEST)
// One for all requests: making one for each is a good part of what a small post costs.
@Singleton
public final class InputResource {

  private final PushDesk desk;
  private final ObjectMapper json;

  record Success(boolean success) {}

  @Inject
  public InputResource(PushDesk desk, ObjectMapper json) {
    this.desk = desk;
    this.json = json;
  }

  @GET
  @Path("{form: post|post.json}")
  public Response get(@Context HttpServletRequest request, @Context Caller caller) {
    return post(request, caller, null);
  }

  @POST
  @Path("{form: post|post.json}")
  public Response post(@Context HttpServletRequest request, @Context Caller caller) {
    return post(request, caller, null);
  }

  @GET
  @Path("{form: post|post.json}/{node}")
  public Response getNode(
      @PathParam("node") String node, @Context HttpServletRequest request, @Context Caller caller) {
    return post(request, caller, node);
  }

  @POST
  @Path("{form: post|post.json}/{node}")
  public Response postNode(
      @PathParam("node") String node, @Context HttpServletRequest request, @Context Caller caller) {
    return post(request, caller, node);
  }

  @GET
  @Path("{form: bulk|bulk.json}")
  public Response getBulk(@Context HttpServletRequest request, @Context Caller caller) {
    return bulk(request, caller);
  }

  @POST
  @Path("{form: bulk|bulk.json}")
  public Response postBulk(@Context HttpServletRequest request, @Context Caller caller) {
    return bulk(request, caller);
  }

  private Response post(HttpServletRequest request, Caller caller, String nodeInPath) {
    Map<String, String> sent = parameters(request);
    Map<String, Object> values = Inputs.of(sent, json);
    Object inner = sent.containsKey("fulljson") ? values.remove("time") : null;
    String text = inner == null ? sent.getOrDefault("time", "") : plain(inner);
    long time = SentTime.of(text, desk.nowMicros());
    String node = nodeInPath == null ? sent.get("node") : nodeInPath;
    List<Addressing.Name> device =
        node == null ? List.of() : List.of(new Addressing.Name("node", node, true));
    PushBatch batch = desk.batch(caller, request);
    NamedPoint.add(batch, 1, time, device, values);
    return answer(batch.store(), sent.containsKey("fulljson"));
  }

  private static String plain(Object time) {
    return time instanceof Double seconds
        ? new BigDecimal(seconds.toString()).toPlainString()
        : time.toString();
  }

  private Response bulk(HttpServletRequest request, Caller caller) {
    PushBatch batch = desk.batch(caller, request);
    new Bulk(batch, desk.nowMicros()).read(parameters(request), json);
    return answer(batch.store(), false);
  }

  private static Map<String, String> parameters(HttpServletRequest request) {
    SentParameters sent = SentParameters.of(request);
    if (sent.tooLarge()) {
      throw new ClientErrorException(
          "the body is larger than %d KiB: send it in parts"
              .formatted(SentParameters.MAX_BYTES >> 10),
          Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    if (request.getHeader("Content-Encoding") != null) {
      throw new ClientErrorException(
          "a form can't be compressed", Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
    if (sent.broken()) {
      throw new InvalidException("body", "the body ends early: nothing of it was stored");
    }
    return sent.values();
  }

  private static Response answer(PushBatch.Outcome outcome, boolean asJson) {
    if (!outcome.refused().isEmpty()) {
      throw new InvalidException("data", Told.of("item", outcome.refused()));
    }
    Response.ResponseBuilder stored =
        asJson
            ? Response.ok(new Success(true), MediaType.APPLICATION_JSON_TYPE)
            : Response.ok("ok", MediaType.TEXT_PLAIN_TYPE);
    if (!outcome.warnings().isEmpty()) {
      stored.header("X-Warning", Told.inHeader(Told.of("item", outcome.warnings())));
    }
    return stored.build();
  }
}
