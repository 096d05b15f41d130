/** Who did what, to read, to search, to take along and to check; nothing here changes it. */
package ca.edsquebec.trackingbms.web.audit;
