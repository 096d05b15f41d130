package ca.edsquebec.trackingbms.web.incident;

import ca.edsquebec.trackingbms.incident.Incident;
import ca.edsquebec.trackingbms.incident.Incidents;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An incident as a form has it.
 *
 * @param form with what is wrong with it
 * @param incident what it says; to be kept only when nothing is wrong
 */
record IncidentForm(Form form, Incident incident) {

  private static final String AWARE = "awareOn";
  private static final String COMMISSION = "commissionOn";
  private static final String PERSONS = "personsToldOn";
  private static final String RISK = "seriousRisk";

  private static final Map<String, Integer> MAX =
      Map.of(
          "occurred", Incident.MAX_OCCURRED,
          "clients", Incident.MAX_CLIENTS,
          "persons", Incident.MAX_PERSONS);

  /** What is stored. */
  static Form of(Incident incident) {
    return Form.empty()
        .with("occurred", incident.occurred())
        .with(AWARE, text(incident.awareOn()))
        .with("clients", incident.clients())
        .with("information", incident.information())
        .with("circumstances", incident.circumstances())
        .with("persons", incident.persons())
        .with(RISK, incident.seriousRisk() ? "yes" : "no")
        .with("assessment", incident.assessment())
        .with(COMMISSION, text(incident.commissionOn()))
        .with(PERSONS, text(incident.personsToldOn()))
        .with("publicNotice", incident.publicNotice())
        .with("measures", incident.measures());
  }

  /** What was sent, judged. */
  static IncidentForm read(Form sent, Incidents incidents, Texts texts) {
    Form form = sent;
    for (String date : new String[] {AWARE, COMMISSION, PERSONS}) {
      if (!sent.value(date).isEmpty() && date(sent, date).isEmpty()) {
        form = form.wrong(date, texts.of("incident.fault.date"));
      }
    }
    Incident incident =
        new Incident(
            line(sent, "occurred"),
            date(sent, AWARE),
            line(sent, "clients"),
            written(sent, "information"),
            written(sent, "circumstances"),
            line(sent, "persons"),
            sent.has(RISK, "yes"),
            written(sent, "assessment"),
            date(sent, COMMISSION),
            date(sent, PERSONS),
            written(sent, "publicNotice"),
            written(sent, "measures"));
    for (Map.Entry<String, Incident.Fault> fault : incidents.faults(incident).entrySet()) {
      int max = MAX.getOrDefault(fault.getKey(), Incident.MAX_TEXT);
      String word = fault.getValue().name().toLowerCase(Locale.ROOT).replace('_', '-');
      form = form.wrong(fault.getKey(), texts.of("incident.fault." + word, max));
    }
    if (!sent.has(RISK, "yes") && !sent.has(RISK, "no")) {
      form = form.wrong(RISK, texts.of("incident.fault.choice"));
    }
    return new IncidentForm(form, incident);
  }

  private static String line(Form sent, String field) {
    return sent.value(field).replaceAll("\\p{Cntrl}+", " ");
  }

  // Browsers end lines with CR LF.
  private static String written(Form sent, String field) {
    return sent.value(field).replace("\r\n", "\n");
  }

  private static Optional<LocalDate> date(Form sent, String field) {
    try {
      return sent.value(field).isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(sent.value(field)))
              .filter(date -> date.getYear() > 1900 && date.getYear() < 3000);
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private static String text(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }
}
