package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditPage;
import ca.edsquebec.trackingbms.audit.Verification;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a chain shows.
 *
 * @param actor what the field of the actor holds
 * @param object what the field of the object holds
 * @param older the next page's query; empty when there is none
 * @param seen what a look at the whole chain found; empty unless that was asked for
 */
public record AuditView(
    AuditAddress asked,
    String actor,
    String object,
    List<AuditRow> rows,
    String older,
    List<Choice> actions,
    Optional<Verification> seen,
    List<String> faults) {

  /** As many rows a page has. */
  static final int ROWS = 50;

  /** An action to filter by. */
  public record Choice(String value, String label, boolean chosen) {}

  static AuditView of(
      Audit audit, Optional<TenantId> chain, AuditAddress asked, AuditWords words, ZoneId zone) {
    Typed typed = words.typed();
    AuditPage page = audit.list(chain, typed.meant(asked).query(zone, ROWS));
    String older =
        page.next().isPresent() ? asked.link(Long.toString(page.next().getAsLong())) : "";
    return new AuditView(
        asked,
        typed.shown(asked.actor()),
        typed.shown(asked.object()),
        words.rows(page.entries()),
        older,
        choices(asked, words.texts()),
        Optional.empty(),
        List.of());
  }

  AuditView with(Verification verification, Texts texts) {
    List<String> told =
        verification.faults().stream()
            .limit(ROWS)
            .map(
                fault ->
                    texts.of(
                        "audit.fault." + AuditAddress.word(fault.kind()),
                        Long.toString(fault.seq())))
            .toList();
    return new AuditView(
        asked, actor, object, rows, older, actions, Optional.of(verification), told);
  }

  private static List<Choice> choices(AuditAddress asked, Texts texts) {
    return Arrays.stream(Action.values())
        .map(AuditAddress::word)
        .map(
            word -> new Choice(word, texts.of("audit.action." + word), word.equals(asked.action())))
        .sorted(Comparator.comparing(Choice::label, Collator.getInstance(texts.locale())))
        .toList();
  }

  public int filters() {
    return asked.filters();
  }

  /** What is asked for, without the page. */
  public String query() {
    return asked.link();
  }

  /** Whose address or name would narrow the list to a row's actor. */
  public List<String> actors() {
    return rows.stream()
        .map(AuditRow::who)
        .map(who -> who.more().contains("@") ? who.more() : who.name())
        .distinct()
        .sorted()
        .toList();
  }

  public String from() {
    return asked.from();
  }

  public String to() {
    return asked.to();
  }

  public boolean isFirst() {
    return asked.before().isEmpty();
  }

  public boolean isVerified() {
    return seen.isPresent();
  }

  public boolean isWhole() {
    return seen.map(Verification::isWhole).orElse(false);
  }

  /** How many entries there are, and how far the chain goes: a number and a code. */
  public long entries() {
    return seen.map(Verification::entries).orElse(0L);
  }

  public String head() {
    return seen.map(verification -> verification.head().toString()).orElse("");
  }
}
