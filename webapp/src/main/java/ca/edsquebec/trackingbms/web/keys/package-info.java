/** What opens a client's batteries to others: API keys and share links, as pages and as JSON. */
package ca.edsquebec.trackingbms.web.keys;
