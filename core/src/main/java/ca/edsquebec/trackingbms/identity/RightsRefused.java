package ca.edsquebec.trackingbms.identity;

/** A change of what people may that nobody, or not this person, may make. Nothing was changed. */
public final class RightsRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why; the pages have words for each. */
  public enum Reason {
    /** It gives, or takes from somebody, more than the giver has himself. */
    BEYOND_OWN("role", "nobody can give, or take away, what he has not himself"),
    /** It concerns the one who asks. */
    OWN("role", "nobody changes what he himself may: ask another administrator"),
    /** Nobody would be left to administer. */
    LAST_ADMINISTRATOR("role", "the last administrator stays one: name another one first"),
    /** Somebody has the role, or had it, or is invited to it. */
    ROLE_IN_USE("role", "the role is in use: give these people another one first"),
    /** The client calls another role so. */
    NAME_TAKEN("name", "there is a role of that name");

    private final String field;
    private final String sentence;

    Reason(String field, String sentence) {
      this.field = field;
      this.sentence = sentence;
    }
  }

  private final Reason reason;

  RightsRefused(Reason reason) {
    super(reason.sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Of the form or the JSON. */
  public String field() {
    return reason.field;
  }
}
