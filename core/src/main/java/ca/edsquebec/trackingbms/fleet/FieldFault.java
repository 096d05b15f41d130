package ca.edsquebec.trackingbms.fleet;

/** What can be wrong with the value of a custom field. */
public enum FieldFault {
  MISSING("a value is required"),
  TOO_LONG("at most 500 characters on one line are allowed"),
  NOT_A_NUMBER("it is not a number such as 12.5"),
  NOT_A_DATE("it is not a day such as 2026-03-01, of 1900 to 2199"),
  NOT_A_CHOICE("it is none of the field's choices"),
  NOT_YES_OR_NO("it is neither yes nor no");

  private final String sentence;

  FieldFault(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
