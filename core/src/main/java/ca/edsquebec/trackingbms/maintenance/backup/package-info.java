/**
 * Copies of the registry and of each client's database: made, verified, restored, rotated. A backup
 * is one file, SQL that is compressed and sealed, with a manifest of what must come out of it
 * again; the file and the master key are enough. Whatever takes long works in constant memory, and
 * may be killed and repeated.
 */
package ca.edsquebec.trackingbms.maintenance.backup;
