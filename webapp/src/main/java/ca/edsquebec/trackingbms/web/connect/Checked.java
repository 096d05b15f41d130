package ca.edsquebec.trackingbms.web.connect;

/**
 * A finding of the self-check in words.
 *
 * @param words what was found, with its figures
 * @param good whether nothing is wrong
 * @param inverts whether turning the current is proposed
 * @param from of the time looked at, epoch milliseconds
 * @param to its end
 */
public record Checked(String words, boolean good, boolean inverts, long from, long to) {}
