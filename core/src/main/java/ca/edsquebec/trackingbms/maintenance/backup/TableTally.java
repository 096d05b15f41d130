package ca.edsquebec.trackingbms.maintenance.backup;

/**
 * What was counted of a table.
 *
 * @param checksum over the values of all its rows, in whatever order they come; 32 hexadecimal
 *     digits
 */
public record TableTally(String table, long rows, String checksum) {}
