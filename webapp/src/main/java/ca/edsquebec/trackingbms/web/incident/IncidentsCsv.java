package ca.edsquebec.trackingbms.web.incident;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.incident.Incident;
import ca.edsquebec.trackingbms.incident.Incidents;
import ca.edsquebec.trackingbms.incident.RecordedIncident;
import ca.edsquebec.trackingbms.platform.Csv;
import ca.edsquebec.trackingbms.web.page.Texts;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole register as a file, for the Commission or to be kept elsewhere; recorded itself. */
final class IncidentsCsv {

  private IncidentsCsv() {}

  static Response answer(Incidents incidents, Audit audit, Actor by, Texts texts) {
    audit.record(
        Optional.empty(),
        by,
        Change.made(Action.INCIDENTS_EXPORTED, "incidents", Map.of("format", "csv")));
    StreamingOutput body =
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          write(new Csv(writer), incidents, texts);
          writer.flush();
        };
    return Response.ok(body, "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"incidents.csv\"")
        .build();
  }

  private static void write(Csv csv, Incidents incidents, Texts texts) {
    csv.row(
        List.of(
            "no",
            texts.of("incident.occurred"),
            texts.of("incident.aware-on"),
            texts.of("incident.clients"),
            texts.of("incident.information"),
            texts.of("incident.circumstances"),
            texts.of("incident.persons"),
            texts.of("incident.serious-risk"),
            texts.of("incident.assessment"),
            texts.of("incident.commission-on"),
            texts.of("incident.persons-told-on"),
            texts.of("incident.public-notice"),
            texts.of("incident.measures"),
            texts.of("incident.recorded-at"),
            texts.of("incident.changed-at")));
    Optional<Long> before = Optional.empty();
    List<RecordedIncident> some;
    do {
      some = incidents.list(before, Incidents.MAX_LIMIT);
      for (RecordedIncident one : some) {
        row(csv, one, texts);
        before = Optional.of(one.id());
      }
    } while (some.size() == Incidents.MAX_LIMIT);
  }

  private static void row(Csv csv, RecordedIncident one, Texts texts) {
    Incident incident = one.incident();
    csv.row(
        List.of(
            one.id(),
            incident.occurred(),
            incident.awareOn().map(Object::toString).orElse(""),
            incident.clients(),
            incident.information(),
            incident.circumstances(),
            incident.persons(),
            texts.of(incident.seriousRisk() ? "incident.yes" : "incident.no"),
            incident.assessment(),
            incident.commissionOn().map(Object::toString).orElse(""),
            incident.personsToldOn().map(Object::toString).orElse(""),
            incident.publicNotice(),
            incident.measures(),
            one.recordedAt(),
            one.changedAt()));
  }
}
