package ca.edsquebec.trackingbms.web.fields;

import ca.edsquebec.trackingbms.fleet.CustomField;
import ca.edsquebec.trackingbms.fleet.CustomField.Choice;
import ca.edsquebec.trackingbms.fleet.FieldKind;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A custom field as a form has it, and back. Choices are numbered from 1: {@code choice-1-fr} … */
final class FieldForm {

  /** Free lines behind the choices that there are; more come with each saving. */
  private static final int FREE_LINES = 4;

  /** As many lines as are looked at. */
  private static final int MOST_LINES = 110;

  private static final Set<String> FIELDS =
      Set.of("code", "labelFr", "labelEn", "unit", "default", "choices", "kind");

  private FieldForm() {}

  static Form of(CustomField field) {
    Form form =
        Form.empty()
            .with("labelFr", field.labelFr())
            .with("labelEn", field.labelEn())
            .with("unit", field.unit())
            .with("default", field.defaultValue());
    form = field.required() ? form.with("required", "on") : form;
    int line = 1;
    for (Choice choice : field.choices()) {
      form =
          form.with("choice-" + line + "-was", choice.value())
              .with("choice-" + line + "-fr", choice.value())
              .with("choice-" + line + "-en", choice.labelEn());
      line++;
    }
    return form;
  }

  static CustomField field(Form form, String code, FieldKind kind) {
    List<Choice> choices = new ArrayList<>();
    for (int line = 1; line <= MOST_LINES; line++) {
      String french = form.value("choice-" + line + "-fr");
      if (!french.isEmpty()) {
        choices.add(new Choice(french, form.value("choice-" + line + "-en")));
      }
    }
    return new CustomField(
        code,
        kind,
        form.value("labelFr"),
        form.value("labelEn"),
        form.value("unit"),
        form.has("required", "on"),
        form.value("default"),
        choices,
        false);
  }

  /** Choices that are called otherwise now. */
  static Map<String, String> renamed(Form form) {
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int line = 1; line <= MOST_LINES; line++) {
      String was = form.raw("choice-" + line + "-was");
      String french = form.value("choice-" + line + "-fr");
      if (!was.isEmpty() && !french.isEmpty() && !was.equals(french)) {
        renamed.put(was, french);
      }
    }
    return renamed;
  }

  /** The numbers of the lines to show. */
  static List<Integer> lines(Form form) {
    int last = 0;
    for (int line = 1; line <= MOST_LINES; line++) {
      if (!form.value("choice-" + line + "-fr").isEmpty()
          || !form.raw("choice-" + line + "-was").isEmpty()) {
        last = line;
      }
    }
    List<Integer> lines = new ArrayList<>();
    for (int line = 1; line <= Math.min(last + FREE_LINES, MOST_LINES); line++) {
      lines.add(line);
    }
    return lines;
  }

  /** Says what is wrong in the language of the page. */
  static Form refused(Form form, InvalidException e, Texts texts) {
    String field = FIELDS.contains(e.field()) ? e.field() : "labelFr";
    return form.wrong(
        field.equals("choices") ? "choice-1-fr" : field, texts.of("fields.wrong." + field));
  }
}
