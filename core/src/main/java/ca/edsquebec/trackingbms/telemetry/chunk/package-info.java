/**
 * How an hour of samples becomes a few bytes: column by column, each number as its difference from
 * what was to be expected. Pure functions of blocks and bytes; what the columns mean is known
 * above.
 */
package ca.edsquebec.trackingbms.telemetry.chunk;
