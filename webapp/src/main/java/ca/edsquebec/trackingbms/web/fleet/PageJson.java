package ca.edsquebec.trackingbms.web.fleet;

import java.util.List;

/**
 * A page of a list.
 *
 * @param page from 1
 * @param total of all pages
 */
record PageJson<T>(List<T> items, int page, int size, long total) {}
