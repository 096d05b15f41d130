package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only a caller with this permission in the chosen client may use it. On a method it replaces what
 * its class says. A resource or WebSocket endpoint with neither this nor {@link OpenToAll} fails
 * the build and the start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {
  Permission value();
}
