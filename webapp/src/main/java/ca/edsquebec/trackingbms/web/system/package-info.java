/** How the installation is, for those who administer it. */
package ca.edsquebec.trackingbms.web.system;
