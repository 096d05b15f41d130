package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.connector.dbc.DbcMapping;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import java.util.ArrayList;
import java.util.List;

/** The signals of a CAN database on one page of the form. */
record Signals(List<Place> here, int page, int total) {

  static final int SIZE = 25;

  /**
   * A signal and where it stands.
   *
   * @param number of all of the file, from 0; names its fields in the form
   */
  record Place(int number, Message message, Signal signal) {
    String key() {
      return DbcMapping.key(message, signal);
    }
  }

  /**
   * @param wanted from 1; the nearest there is, is taken
   */
  static Signals of(Dbc dbc, int wanted) {
    List<Place> all = new ArrayList<>();
    for (Message message : dbc.messages()) {
      for (Signal signal : message.signals()) {
        all.add(new Place(all.size(), message, signal));
      }
    }
    int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int page = Math.max(1, Math.min(wanted, pages));
    int from = (page - 1) * SIZE;
    return new Signals(
        List.copyOf(all.subList(from, Math.min(all.size(), from + SIZE))), page, all.size());
  }

  /** The messages that they are of. */
  List<Message> messages() {
    return here.stream().map(Place::message).distinct().toList();
  }
}
