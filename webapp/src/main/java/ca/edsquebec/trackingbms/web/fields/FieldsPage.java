package ca.edsquebec.trackingbms.web.fields;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.CustomField;
import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.fleet.FieldKind;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/** Where a client says what it wants to know of each battery. */
@Path("c/{client}/admin/fields")
@Requires(Permission.MANAGE_FIELDS)
@Produces(MediaType.TEXT_HTML)
public final class FieldsPage {

  private static final Set<String> DONE =
      Set.of("created", "saved", "archived", "restored", "deleted", "moved");

  private final CustomFields fields;

  /**
   * The list.
   *
   * @param done what was just done; empty for nothing
   */
  public record ListView(List<Line> used, List<Line> archived, String done) {}

  /** A field of the list, with its kind as in the keys of its texts. */
  public record Line(CustomField field, String kind, String label, long batteries) {

    static Line of(CustomFields.Use use, Visit visit) {
      return new Line(
          use.field(),
          CustomFieldsResource.word(use.field().kind()),
          use.field().label(visit.texts().locale()),
          use.batteries());
    }
  }

  /**
   * The form.
   *
   * @param code empty for a new field
   * @param kind as in the keys of its texts; empty for a new field
   * @param kinds to choose from
   * @param lines the numbers of the lines for choices
   */
  public record FieldView(
      Form form, String code, String kind, List<String> kinds, List<Integer> lines) {}

  @Inject
  public FieldsPage(CustomFields fields) {
    this.fields = fields;
  }

  @GET
  public Viewable list(
      @QueryParam("done") @DefaultValue("") String done,
      @Context Caller caller,
      @Context Visit visit) {
    List<Line> all = fields.all(caller.viewer()).stream().map(use -> Line.of(use, visit)).toList();
    return visit.page(
        "admin/fields",
        new ListView(
            all.stream().filter(line -> !line.field().archived()).toList(),
            all.stream().filter(line -> line.field().archived()).toList(),
            DONE.contains(done) ? done : ""));
  }

  @GET
  @Path("new")
  public Viewable empty(@Context Visit visit) {
    return form(visit, Form.empty(), "", "");
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Form form = Form.of(sent);
    try {
      FieldKind kind = CustomFieldsResource.kindOf(form.value("kind"));
      fields.create(by, caller.tenant(), FieldForm.field(form, form.value("code"), kind));
    } catch (InvalidException e) {
      return refused(form(visit, FieldForm.refused(form, e, visit.texts()), "", ""));
    }
    return to(visit, "created");
  }

  @GET
  @Path("{code}/edit")
  public Viewable edit(
      @PathParam("code") String code, @Context Caller caller, @Context Visit visit) {
    CustomField field = fields.field(caller.viewer(), code);
    return form(visit, FieldForm.of(field), code, CustomFieldsResource.word(field.kind()));
  }

  @POST
  @Path("{code}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @PathParam("code") String code,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Form form = Form.of(sent);
    FieldKind kind = fields.field(caller.viewer(), code).kind();
    try {
      fields.change(
          by, caller.tenant(), FieldForm.field(form, code, kind), FieldForm.renamed(form));
    } catch (InvalidException e) {
      String word = CustomFieldsResource.word(kind);
      return refused(form(visit, FieldForm.refused(form, e, visit.texts()), code, word));
    }
    return to(visit, "saved");
  }

  @POST
  @Path("{code}/{step: archive|restore|delete|up|down}")
  public Response step(
      @PathParam("code") String code,
      @PathParam("step") String step,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    return switch (step) {
      case "archive" -> {
        fields.archive(by, caller.tenant(), code);
        yield to(visit, "archived");
      }
      case "restore" -> {
        fields.restore(by, caller.tenant(), code);
        yield to(visit, "restored");
      }
      case "delete" -> {
        fields.delete(by, caller.tenant(), code);
        yield to(visit, "deleted");
      }
      default -> {
        move(caller, by, code, step.equals("up") ? -1 : 1);
        yield to(visit, "moved");
      }
    };
  }

  private void move(Caller caller, Actor by, String code, int step) {
    List<String> codes =
        new ArrayList<>(fields.active(caller.viewer()).stream().map(CustomField::code).toList());
    int at = codes.indexOf(code);
    if (at < 0) {
      throw new NotFoundException("custom field in use");
    }
    if (at + step >= 0 && at + step < codes.size()) {
      Collections.swap(codes, at, at + step);
      fields.order(by, caller.tenant(), codes);
    }
  }

  private static Viewable form(Visit visit, Form form, String code, String kind) {
    return visit.page(
        "admin/field",
        new FieldView(
            form,
            code,
            kind,
            Arrays.stream(FieldKind.values()).map(CustomFieldsResource::word).toList(),
            FieldForm.lines(form)));
  }

  private static Response refused(Viewable page) {
    return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
  }

  private static Response to(Visit visit, String done) {
    return Response.seeOther(URI.create(visit.at("/admin/fields?done=" + done))).build();
  }
}
