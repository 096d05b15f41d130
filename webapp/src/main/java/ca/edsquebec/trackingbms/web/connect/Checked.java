package ca.edsquebec.trackingbms.web.connect;

/**
 * A finding of the self-check in words.
 *
 * @param words what was found, with its figures
 * @param good whether nothing is wrong
 * @param inverts whether turning the current is proposed
 * @param rescales by which power of ten the voltage is too large, when a setting of the battery
 *     mends that; else empty
 * @param advice what is to be done about it; may be empty
 * @param from of the time looked at, epoch milliseconds
 * @param to its end
 */
public record Checked(
    String words,
    boolean good,
    boolean inverts,
    String rescales,
    String advice,
    long from,
    long to) {}
