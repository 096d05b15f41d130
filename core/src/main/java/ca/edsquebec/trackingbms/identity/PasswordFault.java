package ca.edsquebec.trackingbms.identity;

/** Why a new password is not taken; the screens have words for each. */
public enum PasswordFault {
  /** Fewer than 12 characters. */
  SHORT,
  /** More than 128 characters. */
  LONG,
  /** Among those that are tried first: known ones, dates, keys in a row, repetitions. */
  COMMON,
  /** The e-mail address, the person's name or the product's. */
  OWN
}
