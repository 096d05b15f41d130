package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditPage;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.identity.PersonNames;
import ca.edsquebec.trackingbms.platform.Csv;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.page.Texts;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A chain as a file for spreadsheets, as the page's filters narrow it; recorded itself. */
final class AuditCsv {

  private AuditCsv() {}

  static Response answer(
      Audit audit,
      PersonNames people,
      Optional<TenantId> chain,
      Actor by,
      AuditQuery query,
      Texts texts) {
    audit.record(
        chain,
        by,
        Change.made(
            Action.AUDIT_EXPORTED, "audit", Map.of("format", "csv", "filter", filter(query))));
    StreamingOutput body =
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          write(new Csv(writer), audit, people, chain, query, texts);
          writer.flush();
        };
    String name = "audit-" + chain.map(TenantId::slug).orElse("platform") + ".csv";
    return Response.ok(body, "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static void write(
      Csv csv,
      Audit audit,
      PersonNames people,
      Optional<TenantId> chain,
      AuditQuery query,
      Texts texts) {
    csv.row(List.of("seq", "at", "actor", "who", "address", "action", "object", "before", "after"));
    AuditQuery next = query;
    while (true) {
      AuditPage page = audit.list(chain, next);
      for (AuditRow row : AuditView.rows(page.entries(), people, texts)) {
        csv.row(
            List.of(
                row.seq(),
                Instant.ofEpochMilli(row.at()),
                row.actor(),
                row.who(),
                row.address(),
                row.action(),
                row.object(),
                side(row.diffs(), true),
                side(row.diffs(), false)));
      }
      if (page.next().isEmpty()) {
        return;
      }
      next = query.olderThan(page.next().getAsLong());
    }
  }

  private static String side(List<Diff> diffs, boolean before) {
    return diffs.stream()
        .filter(diff -> !(before ? diff.before() : diff.after()).isEmpty())
        .map(diff -> diff.name() + "=" + (before ? diff.before() : diff.after()))
        .collect(Collectors.joining("; "));
  }

  private static String filter(AuditQuery query) {
    return "actor=%s action=%s object=%s from=%s to=%s"
        .formatted(
            query.actor().map(AuditRow::filter).orElse(""),
            query.action().map(AuditAddress::word).orElse(""),
            query.object().orElse(""),
            query.from().map(Instant::toString).orElse(""),
            query.to().map(Instant::toString).orElse(""));
  }
}
