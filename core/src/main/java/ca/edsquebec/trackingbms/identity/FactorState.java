package ca.edsquebec.trackingbms.identity;

/**
 * Whether an account has a second factor.
 *
 * @param required whether one of its clients asks for it
 * @param backupCodesLeft of ten; 0 when it has none
 */
public record FactorState(boolean on, boolean required, int backupCodesLeft) {}
