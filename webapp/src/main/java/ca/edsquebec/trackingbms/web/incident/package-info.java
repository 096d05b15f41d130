/**
 * The register of confidentiality incidents: to read and print, to write into, to take along. There
 * is no way to take something out of it. For administrators of the platform.
 */
package ca.edsquebec.trackingbms.web.incident;
