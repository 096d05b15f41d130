/**
 * The portal in a real Chromium. Whatever a test looks at, its pages may not break their own rules
 * meanwhile: no other host, nothing that the security policy stops, no error in the console.
 */
package ca.edsquebec.trackingbms.web.browser;
