/**
 * What a client's fleet looks like now: each battery with its condition, the list of them with its
 * facets, and the figures of all together. Everything is computed from memory at each question, so
 * that it is never older than the latest state. Retired batteries are left out everywhere.
 */
package ca.edsquebec.trackingbms.overview;
