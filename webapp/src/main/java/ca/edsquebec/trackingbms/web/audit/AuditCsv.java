package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditPage;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Change;
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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A chain as a file for spreadsheets, as the page's filters narrow it; recorded itself. In words as
 * the page, and in the last two columns as programs name actor and object.
 */
final class AuditCsv {

  private static final List<String> COLUMNS =
      List.of(
          "audit.csv.number",
          "audit.csv.at",
          "audit.who",
          "audit.csv.address",
          "audit.what",
          "audit.object",
          "audit.csv.before",
          "audit.csv.after",
          "audit.csv.actor-id",
          "audit.csv.object-id");

  private AuditCsv() {}

  static Response answer(
      Audit audit, Optional<TenantId> chain, Actor by, AuditQuery query, AuditWords words) {
    audit.record(chain, by, Change.made(Action.AUDIT_EXPORTED, "audit", facts(query)));
    StreamingOutput body =
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          write(new Csv(writer), audit, chain, query, words);
          writer.flush();
        };
    String name = "audit-" + chain.map(TenantId::slug).orElse("platform") + ".csv";
    return Response.ok(body, "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static void write(
      Csv csv, Audit audit, Optional<TenantId> chain, AuditQuery query, AuditWords words) {
    Texts texts = words.texts();
    csv.row(COLUMNS.stream().map(texts::of).toList());
    AuditPage page = audit.list(chain, query);
    words.rows(page.entries()).forEach(row -> csv.row(cells(row, texts)));
    while (page.next().isPresent()) {
      page = audit.list(chain, query.olderThan(page.next().getAsLong()));
      words.rows(page.entries()).forEach(row -> csv.row(cells(row, texts)));
    }
  }

  private static List<Object> cells(AuditRow row, Texts texts) {
    return List.of(
        row.seq(),
        Instant.ofEpochMilli(row.at()),
        row.who().text(),
        row.address(),
        row.action(),
        row.what().text(),
        side(row, Diff::before, texts),
        side(row, Diff::after, texts),
        row.actor(),
        row.object());
  }

  private static String side(AuditRow row, Function<Diff, String> side, Texts texts) {
    return row.diffs().stream()
        .filter(diff -> !side.apply(diff).isEmpty())
        .map(diff -> texts.of("audit.csv.value", diff.name(), side.apply(diff)))
        .collect(Collectors.joining("; "));
  }

  private static Map<String, String> facts(AuditQuery query) {
    Map<String, String> facts = new TreeMap<>(Map.of("format", "CSV"));
    query.actor().ifPresent(actor -> facts.put("actor", AuditRow.filter(actor)));
    query.action().ifPresent(action -> facts.put("action", AuditAddress.word(action)));
    query.object().ifPresent(object -> facts.put("object", object));
    query.from().ifPresent(from -> facts.put("from", from.toString()));
    query.to().ifPresent(to -> facts.put("to", to.toString()));
    return facts;
  }
}
