package ca.edsquebec.trackingbms.web.fields;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.CustomField;
import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.fleet.FieldKind;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A client's custom fields, for programs. */
@Path("api/v1/custom-fields")
@Requires(Permission.MANAGE_FIELDS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CustomFieldsResource {

  private final CustomFields fields;

  /** A choice of a list. */
  public record ChoiceJson(String value, String labelEn) {}

  /**
   * A field as the API shows and takes it.
   *
   * @param kind {@code text}, {@code number}, {@code date}, {@code list} or {@code yes-no}
   * @param batteries how many have a value; only told
   * @param renamed choices that are called otherwise now, by their value before; only taken
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record FieldJson(
      String code,
      String kind,
      String labelFr,
      String labelEn,
      String unit,
      Boolean required,
      String defaultValue,
      List<ChoiceJson> choices,
      Boolean archived,
      Long batteries,
      Map<String, String> renamed) {

    static FieldJson of(CustomFields.Use use) {
      CustomField field = use.field();
      return new FieldJson(
          field.code(),
          word(field.kind()),
          field.labelFr(),
          field.labelEn(),
          field.unit(),
          field.required(),
          field.defaultValue(),
          field.choices().stream().map(c -> new ChoiceJson(c.value(), c.labelEn())).toList(),
          field.archived(),
          use.batteries(),
          Map.of());
    }

    CustomField toField(String ofCode) {
      return new CustomField(
          Objects.requireNonNullElse(ofCode, ""),
          kindOf(kind),
          Objects.requireNonNullElse(labelFr, ""),
          Objects.requireNonNullElse(labelEn, ""),
          Objects.requireNonNullElse(unit, ""),
          Boolean.TRUE.equals(required),
          Objects.requireNonNullElse(defaultValue, ""),
          choices == null
              ? List.of()
              : choices.stream()
                  .map(
                      one ->
                          new CustomField.Choice(
                              Objects.requireNonNullElse(one.value(), ""),
                              Objects.requireNonNullElse(one.labelEn(), "")))
                  .toList(),
          false);
    }
  }

  @Inject
  public CustomFieldsResource(CustomFields fields) {
    this.fields = fields;
  }

  /** All of them, archived ones last; whoever may see batteries may know what is said of them. */
  @GET
  @Requires(Permission.VIEW_FLEET)
  public List<FieldJson> list(@Context Caller caller) {
    return fields.all(caller.viewer()).stream().map(FieldJson::of).toList();
  }

  @POST
  public FieldJson create(FieldJson sent, @Context Caller caller, @Context Actor by) {
    CustomField made = fields.create(by, caller.tenant(), body(sent).toField(sent.code()));
    return one(caller, made.code());
  }

  @PUT
  @Path("{code}")
  public FieldJson change(
      @PathParam("code") String code, FieldJson sent, @Context Caller caller, @Context Actor by) {
    Map<String, String> renamed = Optional.ofNullable(body(sent).renamed()).orElse(Map.of());
    fields.change(by, caller.tenant(), sent.toField(code), renamed);
    return one(caller, code);
  }

  @POST
  @Path("{code}/archive")
  public FieldJson archive(
      @PathParam("code") String code, @Context Caller caller, @Context Actor by) {
    fields.archive(by, caller.tenant(), code);
    return one(caller, code);
  }

  @POST
  @Path("{code}/restore")
  public FieldJson restore(
      @PathParam("code") String code, @Context Caller caller, @Context Actor by) {
    fields.restore(by, caller.tenant(), code);
    return one(caller, code);
  }

  @DELETE
  @Path("{code}")
  public void delete(@PathParam("code") String code, @Context Caller caller, @Context Actor by) {
    fields.delete(by, caller.tenant(), code);
  }

  private FieldJson one(Caller caller, String code) {
    return fields.all(caller.viewer()).stream()
        .filter(use -> use.field().code().equals(code))
        .map(FieldJson::of)
        .findFirst()
        .orElseThrow();
  }

  private static FieldJson body(FieldJson sent) {
    if (sent == null) {
      throw new InvalidException("", "the body must be a field");
    }
    return sent;
  }

  static String word(FieldKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static FieldKind kindOf(String word) {
    return Arrays.stream(FieldKind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidException(
                    "kind",
                    "allowed kinds: text, number, date, list, yes-no, not \"" + word + "\""));
  }
}
