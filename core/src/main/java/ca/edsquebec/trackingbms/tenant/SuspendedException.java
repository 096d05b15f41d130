package ca.edsquebec.trackingbms.tenant;

/** Nothing of this client may be changed now. */
public final class SuspendedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param tenant one that takes no changes
   */
  public SuspendedException(Tenant tenant) {
    super(
        "client \"%s\" is suspended: it can be looked at, nothing is changed%s"
            .formatted(tenant.id(), tenant.hold().map(hold -> because(hold.reason())).orElse("")));
    this.reason = tenant.hold().map(Tenant.Hold::reason).orElse("");
  }

  /** For people; may be empty. */
  public String reason() {
    return reason;
  }

  private static String because(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }
}
