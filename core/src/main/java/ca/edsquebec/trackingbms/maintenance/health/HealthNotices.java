package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.identity.PlatformAdministrators;
import ca.edsquebec.trackingbms.notification.Mail;
import ca.edsquebec.trackingbms.notification.Outbox;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails about incidents, to each administrator of the platform: one a check, however many. */
final class HealthNotices {

  private static final Logger LOG = LoggerFactory.getLogger(HealthNotices.class);

  /** Of the others the page tells. */
  private static final int NAMED = 5;

  /** Who is told. */
  record Recipients(List<PlatformAdministrators.Administrator> administrators) {}

  private final PlatformAdministrators administrators;
  private final Outbox outbox;

  HealthNotices(PlatformAdministrators administrators, Outbox outbox) {
    this.administrators = administrators;
    this.outbox = outbox;
  }

  /** To be asked before the transaction in which they are written to. */
  Recipients recipients() {
    return new Recipients(administrators.list());
  }

  void queue(EntityManager registryTransaction, Recipients recipients, List<Watch.Step> steps) {
    queue(registryTransaction, recipients, steps, Watch.Event.OPENED, "health.incident");
    queue(registryTransaction, recipients, steps, Watch.Event.CLOSED, "health.recovery");
  }

  private void queue(
      EntityManager em,
      Recipients recipients,
      List<Watch.Step> steps,
      Watch.Event event,
      String template) {
    List<Finding> findings =
        steps.stream()
            .filter(step -> step.event() == event)
            .map(step -> step.watch().finding())
            .toList();
    if (findings.isEmpty()) {
      return;
    }
    findings.forEach(finding -> log(event, finding));
    if (recipients.administrators().isEmpty()) {
      LOG.warn("nobody administers the platform: make somebody one with tbms user create");
    }
    for (PlatformAdministrators.Administrator one : recipients.administrators()) {
      outbox.queue(em, mail(one, template, findings));
    }
  }

  private static void log(Watch.Event event, Finding finding) {
    HealthTexts english = new HealthTexts(Locale.CANADA);
    if (event == Watch.Event.OPENED) {
      LOG.warn("incident: {} {}", english.title(finding), english.toDo(finding));
    } else {
      LOG.info("incident over: {}", english.title(finding));
    }
  }

  private static Mail mail(
      PlatformAdministrators.Administrator to, String template, List<Finding> findings) {
    HealthTexts texts = new HealthTexts(to.locale());
    String names =
        findings.stream()
            .map(texts::name)
            .distinct()
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    String what =
        findings.stream()
            .limit(NAMED)
            .map(finding -> texts.title(finding) + " " + texts.toDo(finding))
            .collect(Collectors.joining(" • "));
    String more = findings.size() > NAMED ? texts.more(findings.size() - NAMED) : "";
    return new Mail(
        to.email(),
        to.locale(),
        template,
        Map.of("names", names, "what", (what + " " + more).strip()));
  }
}
