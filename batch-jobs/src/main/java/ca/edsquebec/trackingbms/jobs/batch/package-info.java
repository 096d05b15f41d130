/**
 * Routines as Jakarta Batch jobs: JBeret without CDI, its repository in the registry, clients in
 * partitions. Job XMLs are in {@code META-INF/batch-jobs}; what they refer to is here.
 */
package ca.edsquebec.trackingbms.jobs.batch;
