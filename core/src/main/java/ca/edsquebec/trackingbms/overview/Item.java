package ca.edsquebec.trackingbms.overview;

/** A battery of the catalogue as it is now. */
record Item(Entry entry, BatteryNow now) {}
