package ca.edsquebec.trackingbms.fleet;

import java.time.ZoneId;

/**
 * Where batteries stand.
 *
 * @param id internal
 * @param uid opaque, for addresses
 * @param name as people read it; unique within the client, case and accents aside
 * @param zone in which the times of its batteries are shown and their days are counted
 */
public record Place(long id, String uid, String name, ZoneId zone) {}
