/**
 * Samples on their way into a client's database and back: judged, stored in groups, kept as the
 * latest state in memory, read as history. A sample's key is (battery, time) and the first value of
 * a key wins, so that a sender may repeat anything it is not sure of. What must know of new samples
 * stands below this package and listens.
 */
package ca.edsquebec.trackingbms.telemetry;
