package ca.edsquebec.trackingbms.measure;

/** Cell chemistry: picks presets for limits and the shape of the SOC curve. */
public enum Chemistry {
  LFP,
  NMC,
  NCA,
  LTO,
  LMO,
  LEAD_ACID,
  NICKEL,
  SODIUM_ION,
  OTHER
}
