package ca.edsquebec.trackingbms.fleet;

/**
 * What kind of machine or installation a battery serves, such as a floor scrubber.
 *
 * @param id internal
 * @param uid opaque, for addresses
 * @param name as people read it; unique within the client, case and accents aside
 */
public record BatteryType(long id, String uid, String name) {}
