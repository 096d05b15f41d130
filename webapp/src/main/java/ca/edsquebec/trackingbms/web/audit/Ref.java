package ca.edsquebec.trackingbms.web.audit;

/**
 * An object or actor as entries name it: {@code user:12}, {@code audit}.
 *
 * @param id empty when there is none
 */
record Ref(String kind, String id) {

  static Ref of(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Ref(text, "")
        : new Ref(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return id.isEmpty() ? kind : kind + ":" + id;
  }
}
