/**
 * The register of confidentiality incidents that section 3.8 of chapter P-39.1 asks for, with what
 * section 7 of its regulation (chapter, r. 3.1) wants in it. It is the installation's, not a
 * client's. Nothing is ever deleted from it, since each incident must be kept for five years at
 * least; what is changed stands in the platform's chain of the audit.
 */
package ca.edsquebec.trackingbms.incident;
