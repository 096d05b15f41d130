package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.PersonFile;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** A person's data as a file that the browser keeps. */
public final class PersonDownload {

  private PersonDownload() {}

  /** Written to the browser as it is read. */
  public static Response of(PersonFile file, long userId) {
    StreamingOutput body = file::write;
    return Response.ok(body, "application/json; charset=UTF-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"trackingbms-person-%d.json\"".formatted(userId))
        .build();
  }
}
