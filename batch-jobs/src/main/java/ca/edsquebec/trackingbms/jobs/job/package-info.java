/** Commands about single jobs: run one now, and see how they went. */
package ca.edsquebec.trackingbms.jobs.job;
