/**
 * The {@code tbms} command line. Everything is put together in {@code Application}; a command
 * stands in the package of its feature, reads its options, calls one face of core and tells what
 * came of it.
 */
package ca.edsquebec.trackingbms.jobs;
