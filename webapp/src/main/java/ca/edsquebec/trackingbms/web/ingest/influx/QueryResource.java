package ca.edsquebec.trackingbms.web.ingest.influx;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.web.security.Parameters;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What clients ask before they write: to make a database, or which there are. There is nothing to
 * make, and whatever they name is good; all else is refused, as a statement that failed.
 */
@Path("influx/query")
@Requires(Permission.INGEST)
public final class QueryResource {

  private static final int MAX_BYTES = 8 << 10;
  private static final String REFUSED =
      "only writing is possible here: read by /api/v1/batteries/ID/history";

  record Answer(List<Result> results) {}

  record Result(
      @JsonProperty("statement_id") int statementId,
      @JsonInclude(JsonInclude.Include.NON_NULL) String error) {}

  @GET
  public Response get(@Context HttpServletRequest request) {
    return answer(Parameters.parse(request.getQueryString()).getOrDefault("q", ""));
  }

  // Telegraf has the statement in a form, Python in the address.
  @POST
  public Response post(@Context HttpServletRequest request) throws IOException {
    String form =
        new String(request.getInputStream().readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    String asked = Parameters.parse(request.getQueryString()).getOrDefault("q", "");
    return answer(asked.isEmpty() ? Parameters.parse(form).getOrDefault("q", "") : asked);
  }

  private static Response answer(String statement) {
    String word = statement.strip().toLowerCase(Locale.ROOT);
    boolean harmless = word.isEmpty() || word.startsWith("create ") || word.startsWith("show ");
    Answer answer = new Answer(List.of(new Result(0, harmless ? null : REFUSED)));
    return Version.in(Response.ok(answer, MediaType.APPLICATION_JSON_TYPE)).build();
  }
}
