package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.platform.Formats;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Entries of one chain in words, for who may read it. For one answer, and one thread. */
final class AuditWords {

  private final ChainNames names;
  private final EntryWords entry;
  private final ValueWords values;
  private final Texts texts;

  AuditWords(ChainNames names, Texts texts, ZoneId zone) {
    this.names = names;
    this.texts = texts;
    this.entry = new EntryWords(names, texts);
    this.values = new ValueWords(names, entry, texts, new Formats(texts.locale(), zone));
  }

  List<AuditRow> rows(List<Entry> entries) {
    names.prepare(entries);
    return entries.stream().map(this::row).toList();
  }

  private AuditRow row(Entry told) {
    String object = told.change().object();
    return new AuditRow(
        told.seq(),
        told.at().toEpochMilli(),
        AuditRow.filter(told.actor()),
        entry.who(told.actor()),
        texts.of("audit.action." + AuditAddress.word(told.change().action())),
        object,
        entry.object(object),
        link(Ref.of(object)).orElse(""),
        told.actor().address(),
        Diff.of(told.change(), values));
  }

  // Only what the reader may see has a name, and a page that opens.
  private Optional<String> link(Ref object) {
    return object.kind().equals("battery")
        ? names.name("battery", object.id()).map(name -> "/batteries/" + object.id())
        : Optional.empty();
  }

  Typed typed() {
    return new Typed(names);
  }

  Texts texts() {
    return texts;
  }
}
