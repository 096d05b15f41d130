/** The pages by which a person comes in and leaves. */
package ca.edsquebec.trackingbms.web.signin;
