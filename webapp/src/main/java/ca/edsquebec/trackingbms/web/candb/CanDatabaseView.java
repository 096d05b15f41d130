package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.candb.CanDatabase;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Pager;
import java.util.Arrays;
import java.util.List;

/**
 * The page of one CAN database.
 *
 * @param number of the page of signals, from 1
 * @param choices batteries that can be read by it
 * @param detail what is wrong with a meaning, in English; empty for nothing
 * @param done what was just done; empty for nothing
 */
public record CanDatabaseView(
    CanDatabase one,
    List<SignalRow> lines,
    int number,
    Pager pages,
    Form form,
    List<Choice> choices,
    Source source,
    String detail,
    String done) {

  /**
   * A battery of that connector.
   *
   * @param used whether its frames are read by this one
   * @param elsewhere the name of the other one by which they are; empty for none
   * @param behind whether its setting is not what the mapping says
   */
  public record Choice(Battery battery, boolean used, String elsewhere, boolean behind) {}

  /** Whether some battery has not got the mapping, as after a program that died. */
  public boolean isBehind() {
    return choices.stream().anyMatch(Choice::behind);
  }

  public List<String> codes() {
    return Arrays.stream(AlarmCode.values()).map(AlarmCode::jsonName).toList();
  }

  public List<String> levels() {
    return Arrays.stream(AlarmLevel.values()).map(AlarmLevel::jsonName).toList();
  }
}
