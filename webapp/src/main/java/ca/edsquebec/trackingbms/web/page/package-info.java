/**
 * What all pages share: their texts, their language, who looks, and what is shown when all fails.
 */
package ca.edsquebec.trackingbms.web.page;
