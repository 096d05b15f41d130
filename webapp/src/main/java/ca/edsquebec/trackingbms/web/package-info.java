/** The web application: thin translators between HTTP and the faces of the core. */
package ca.edsquebec.trackingbms.web;
