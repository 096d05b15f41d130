package ca.edsquebec.trackingbms.web.fields;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDetails;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.CustomField;
import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.fleet.FieldFault;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Texts;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.mvc.Viewable;

/** Where somebody writes down tags and the values of custom fields of one battery. */
@Path("c/{client}/batteries/{id}/details")
@Requires(Permission.MANAGE_FLEET)
@Produces(MediaType.TEXT_HTML)
public final class BatteryDetailsPage {

  private final Fleet fleet;
  private final CustomFields fields;
  private final BatteryDirectory directory;

  /** The form, with the fields that it asks for. */
  public record View(Battery battery, List<Line> lines, Form form) {}

  /**
   * A field of the form.
   *
   * @param name of the input
   * @param kind as in the keys of its texts
   */
  public record Line(String name, String kind, String label, CustomField field) {

    static Line of(CustomField field, Texts texts) {
      return new Line(
          "field-" + field.code(),
          CustomFieldsResource.word(field.kind()),
          field.label(texts.locale()),
          field);
    }
  }

  @Inject
  public BatteryDetailsPage(Fleet fleet, CustomFields fields, BatteryDirectory directory) {
    this.fleet = fleet;
    this.fields = fields;
    this.directory = directory;
  }

  @GET
  public Viewable show(@PathParam("id") String uid, @Context Caller caller, @Context Visit visit) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    Form form = Form.empty().with("tags", String.join(", ", battery.details().tags()));
    for (CustomField field : fields.active(caller.viewer())) {
      String stored = battery.details().fields().getOrDefault(field.code(), "");
      form = form.with("field-" + field.code(), stored.isEmpty() ? field.defaultValue() : stored);
    }
    return page(battery, form, caller, visit);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @PathParam("id") String uid,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    Form form = Form.of(sent);
    Map<String, String> values = new LinkedHashMap<>();
    for (CustomField field : fields.active(caller.viewer())) {
      String value = form.value("field-" + field.code());
      values.put(field.code(), value);
      form = checked(form, field, value, visit.texts());
    }
    Optional<BatteryDetails> details = Optional.empty();
    try {
      details =
          Optional.of(BatteryDetails.of(Arrays.asList(form.value("tags").split(",", -1)), values));
    } catch (InvalidException e) {
      form =
          form.wrong(
              "tags",
              visit
                  .texts()
                  .of(
                      "details.wrong.tags",
                      BatteryDetails.MAX_TAGS,
                      BatteryDetails.MAX_TAG_LENGTH));
    }
    if (form.isRefused() || details.isEmpty()) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(page(battery, form, caller, visit))
          .build();
    }
    fleet.describe(by, caller.tenant(), battery.code(), details.get());
    directory.reload(caller.tenant());
    return Response.seeOther(URI.create(visit.at("/batteries/" + battery.uid()))).build();
  }

  private static Form checked(Form form, CustomField field, String value, Texts texts) {
    Optional<FieldFault> fault = field.fault(value);
    return fault
        .map(
            wrong ->
                form.wrong(
                    "field-" + field.code(),
                    texts.of(
                        "details.fault." + wrong.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        field.label(texts.locale()))))
        .orElse(form);
  }

  private Viewable page(Battery battery, Form form, Caller caller, Visit visit) {
    return visit.page(
        "fleet/details",
        new View(
            battery,
            fields.active(caller.viewer()).stream()
                .map(field -> Line.of(field, visit.texts()))
                .toList(),
            form));
  }
}
