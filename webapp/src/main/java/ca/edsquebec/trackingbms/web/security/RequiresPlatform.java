package ca.edsquebec.trackingbms.web.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only an administrator of the installation may use it: others who are known get 403, pages and API
 * alike, since such an address is the same everywhere and tells nothing by being there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPlatform {}
