/** What is happening now, pushed by WebSocket or by long poll, the same either way. */
package ca.edsquebec.trackingbms.web.live;
