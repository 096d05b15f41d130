/**
 * Keys and what they protect. The master key, which only the settings hold, wraps data keys, which
 * the registry holds; those encrypt secrets, sign tokens and seal the audit. A data key is replaced
 * without touching the others; a new master key only wraps them anew.
 */
package ca.edsquebec.trackingbms.secret;
