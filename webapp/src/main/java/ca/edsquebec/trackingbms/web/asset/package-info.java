/**
 * What pages load beside themselves: scripts, style sheets and icons, under paths that never change
 * their content.
 */
package ca.edsquebec.trackingbms.web.asset;
