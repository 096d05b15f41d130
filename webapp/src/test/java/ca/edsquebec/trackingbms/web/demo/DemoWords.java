package ca.edsquebec.trackingbms.web.demo;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Accent;
import ca.edsquebec.trackingbms.client.Looks;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDetails;
import ca.edsquebec.trackingbms.fleet.BatteryQuery;
import ca.edsquebec.trackingbms.fleet.CustomField;
import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.fleet.FieldKind;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client of the demo says of its batteries in words of its own; only where it said none. */
final class DemoWords {

  private static final List<String> SERVICE = List.of("Jour", "Soir", "Nuit");

  private final Fleet fleet;
  private final CustomFields fields;
  private final Looks looks;

  DemoWords(Fleet fleet, CustomFields fields, Looks looks) {
    this.fleet = fleet;
    this.fields = fields;
    this.looks = looks;
  }

  void say(TenantId client) {
    Viewer all = Viewer.system(client);
    if (!client.slug().equals("laval") || !fields.all(all).isEmpty()) {
      return;
    }
    looks.change(Actor.SYSTEM, client, "Ville de Laval", Optional.of(new Accent("#7a3e9d")));
    field(client, "inventaire", FieldKind.TEXT, "N° d’inventaire", "Inventory number", "");
    field(client, "achat", FieldKind.DATE, "Date d’achat", "Date of purchase", "");
    field(client, "masse", FieldKind.NUMBER, "Masse", "Mass", "kg");
    field(client, "quart", FieldKind.LIST, "Quart de travail", "Shift", "");
    int number = 0;
    for (Battery battery : fleet.batteries(all, BatteryQuery.first(200)).items()) {
      number++;
      if (number % 2 == 1) {
        fleet.describe(
            Actor.SYSTEM,
            client,
            battery.code(),
            BatteryDetails.of(
                number % 3 == 1 ? List.of("à inspecter", "bail") : List.of("bail"),
                Map.of(
                    "inventaire", "VL-%04d".formatted(1200 + number),
                    "achat", "2024-%02d-15".formatted(number % 12 + 1),
                    "masse", "182.5",
                    "quart", SERVICE.get(number % SERVICE.size()))));
      }
    }
  }

  private void field(
      TenantId client, String code, FieldKind kind, String french, String english, String unit) {
    List<CustomField.Choice> choices =
        kind == FieldKind.LIST
            ? List.of(
                new CustomField.Choice("Jour", "Day"),
                new CustomField.Choice("Soir", "Evening"),
                new CustomField.Choice("Nuit", "Night"))
            : List.of();
    fields.create(
        Actor.SYSTEM,
        client,
        new CustomField(code, kind, french, english, unit, false, "", choices, false));
  }
}
