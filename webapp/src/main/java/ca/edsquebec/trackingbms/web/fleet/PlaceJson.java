package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.Place;

/**
 * A place as the API shows it.
 *
 * @param id opaque
 * @param timeZone such as {@code America/Toronto}
 */
record PlaceJson(String id, String name, String timeZone) {

  static PlaceJson of(Place place) {
    return new PlaceJson(place.uid(), place.name(), place.zone().getId());
  }
}
