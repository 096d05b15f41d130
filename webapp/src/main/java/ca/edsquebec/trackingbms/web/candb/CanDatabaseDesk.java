package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.candb.CanDatabase;
import ca.edsquebec.trackingbms.candb.CanDatabases;
import ca.edsquebec.trackingbms.connector.dbc.DbcMapping;
import ca.edsquebec.trackingbms.connector.dbc.DbcPreview;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Pager;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.glassfish.jersey.server.mvc.Viewable;

/** Puts the page of a CAN database together: the form, and what frames say under it. */
public final class CanDatabaseDesk {

  private final CanDatabases databases;
  private final BatteryDirectory directory;
  private final FrameIntake intake;
  private final Fleet fleet;

  @Inject
  public CanDatabaseDesk(
      CanDatabases databases, BatteryDirectory directory, FrameIntake intake, Fleet fleet) {
    this.databases = databases;
    this.directory = directory;
    this.intake = intake;
    this.fleet = fleet;
  }

  /** Batteries that can be read by a CAN database, by code. */
  private List<Battery> batteries(Caller caller) {
    return directory.all(caller.viewer()).stream()
        .filter(battery -> battery.connectorId().equals(CanDatabases.CONNECTOR))
        .sorted(Comparator.comparing(Battery::code))
        .toList();
  }

  /**
   * @throws NotFoundException when there is none of that uid that can be read by one
   */
  Battery battery(Caller caller, String uid) {
    // Not of the directory, which does not know yet what another program added just now.
    Battery battery = fleet.battery(caller.viewer(), uid);
    if (!battery.connectorId().equals(CanDatabases.CONNECTOR)) {
      throw new NotFoundException("battery \"" + uid + "\" of that connector");
    }
    return battery;
  }

  /**
   * @param page of its signals, from 1
   * @throws NotFoundException when there is none of that uid
   * @throws jakarta.ws.rs.ForbiddenException for somebody who does not see all batteries
   */
  Opened open(Caller caller, String uid, int page) {
    caller.requireAllBatteries();
    CanDatabase one = databases.named(caller.viewer(), uid);
    Dbc dbc = databases.content(caller.viewer(), one);
    return new Opened(one, dbc, Signals.of(dbc, page));
  }

  /** The meanings with those of the form in the place of theirs. */
  Map<String, String> merged(Map<String, String> all, Form form, Signals signals) {
    Map<String, String> merged = new HashMap<>(all);
    for (Signals.Place place : signals.here()) {
      String meaning = MeaningFields.meaning(form, place);
      if (meaning.isEmpty()) {
        merged.remove(place.key());
      } else {
        merged.put(place.key(), meaning);
      }
    }
    return merged;
  }

  Viewable page(Caller caller, Visit visit, Opened opened, Form form, String detail, String done) {
    CanDatabase one = opened.one();
    Signals signals = opened.signals();
    List<Battery> batteries = batteries(caller);
    Optional<Battery> watched = watched(one, batteries, form.value("battery"));
    Source source = source(caller, form, watched);
    Map<String, DbcPreview.Value> values =
        DbcPreview.of(signals.messages(), merged(one.meanings(), form, signals), source.frames());
    Form shown = watched.map(battery -> form.with("battery", battery.uid())).orElse(form);
    String page = visit.at("/admin/can-databases/" + one.uid() + "?page=");
    return visit.page(
        "candb/database",
        new CanDatabaseView(
            one,
            signals.here().stream().map(place -> row(place, form, values)).toList(),
            signals.page(),
            Pager.of(signals.page(), Signals.SIZE, signals.total(), number -> page + number),
            shown,
            choices(caller, opened, batteries),
            source,
            detail,
            done));
  }

  private Source source(Caller caller, Form form, Optional<Battery> watched) {
    return form.value("log").isEmpty()
        ? Source.of(
            watched
                .map(battery -> intake.lastFrames(caller.viewer(), battery.id()))
                .orElse(List.of()))
        : Source.read(form.value("log"));
  }

  private static SignalRow row(
      Signals.Place place, Form form, Map<String, DbcPreview.Value> values) {
    return new SignalRow(
        place,
        MeaningFields.meaning(form, place),
        DbcMapping.fault(place.message(), place.signal(), "-").isEmpty(),
        Optional.ofNullable(values.get(place.key())));
  }

  /** The chosen battery, else one that is read by this one, else any. */
  private static Optional<Battery> watched(
      CanDatabase one, List<Battery> batteries, String chosen) {
    return batteries.stream()
        .filter(battery -> battery.uid().equals(chosen))
        .findFirst()
        .or(
            () ->
                batteries.stream()
                    .filter(battery -> one.batteries().contains(battery.id()))
                    .findFirst())
        .or(() -> batteries.stream().findFirst());
  }

  private List<CanDatabaseView.Choice> choices(
      Caller caller, Opened opened, List<Battery> batteries) {
    CanDatabase one = opened.one();
    Predicate<Battery> isInStep = CanDatabases.inStep(one, opened.dbc());
    Map<Long, String> others = new HashMap<>();
    databases.all(caller.viewer()).stream()
        .filter(other -> other.id() != one.id())
        .forEach(other -> other.batteries().forEach(id -> others.put(id, other.name())));
    return batteries.stream()
        .map(
            battery -> {
              boolean used = one.batteries().contains(battery.id());
              return new CanDatabaseView.Choice(
                  battery,
                  used,
                  others.getOrDefault(battery.id(), ""),
                  used && !isInStep.test(battery));
            })
        .toList();
  }
}
