/**
 * A client's CAN databases: the files themselves, what their signals mean, and whose frames are
 * read by which.
 *
 * <p>A battery's own setting stays what its frames are decoded by; this package writes it.
 */
package ca.edsquebec.trackingbms.candb;
