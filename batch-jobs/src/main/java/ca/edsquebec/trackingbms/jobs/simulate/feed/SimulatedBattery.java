package ca.edsquebec.trackingbms.jobs.simulate.feed;

import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;

/**
 * A battery and what the portal calls it.
 *
 * @param code of a battery of the key's client that is read by the connector foxbms
 */
public record SimulatedBattery(String code, BatteryModel model) {}
