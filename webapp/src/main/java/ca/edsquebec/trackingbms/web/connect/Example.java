package ca.edsquebec.trackingbms.web.connect;

/**
 * A line that sends, ready to be copied; where the key belongs it has {@code $KEY}.
 *
 * @param id of its place in the page
 * @param title a proper name, or empty for frames
 */
public record Example(String id, String title, String line) {}
