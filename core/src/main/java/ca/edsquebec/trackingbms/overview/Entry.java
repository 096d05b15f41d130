package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.Battery;

/**
 * A battery with what finding and ordering it needs, prepared once.
 *
 * @param text where a search looks, folded as {@link Catalogue#folded} does
 * @param placeType its type and place, as {@link FleetQuery#places} has it
 * @param byName its position when all are ordered by name, then place
 * @param byPlace its position when all are ordered by place, then name
 * @param byGroup its position when all are ordered by place, then type, then name
 */
record Entry(
    Battery battery, String text, String placeType, int byName, int byPlace, int byGroup) {}
