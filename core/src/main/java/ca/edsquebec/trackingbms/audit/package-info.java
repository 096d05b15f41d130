/**
 * Who did what, in chains that show when somebody changed, removed or inserted an entry: one a
 * client, and the platform's. All are in the registry: restoring a client's database takes nothing
 * back that was done since.
 */
package ca.edsquebec.trackingbms.audit;
