package org.warmhandoff.incident.scene;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.RiskTool;
import org.warmhandoff.incident.Saying;

/** The officer's pages for what else is known of an incident, and for risk screens. */
@Path("/scene")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OFFICER)
public class FactPageResource {

  private final ShowFacts showFacts;
  private final SayAtScene sayAtScene;
  private final FillScreen fillScreen;
  private final Caller caller;

  FactPageResource(
      ShowFacts showFacts, SayAtScene sayAtScene, FillScreen fillScreen, Caller caller) {
    this.showFacts = showFacts;
    this.sayAtScene = sayAtScene;
    this.fillScreen = fillScreen;
    this.caller = caller;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance facts(FactsView facts);

    static native TemplateInstance screens(FactsView facts);

    static native TemplateInstance screen(FactsView facts, ToolView tool);
  }

  @GET
  @Path("{id}/facts")
  @Operation(summary = "Page: what else is known, and what the officer can add")
  public TemplateInstance facts(@PathParam("id") UUID id) {
    return Templates.facts(showFacts.show(Officer.of(caller), id));
  }

  @GET
  @Path("{id}/screens")
  @Operation(summary = "Page: the risk screens of an incident")
  public TemplateInstance screens(@PathParam("id") UUID id) {
    return Templates.screens(showFacts.show(Officer.of(caller), id));
  }

  @GET
  @Path("{id}/screens/{tool}")
  @Operation(summary = "Page: one risk screen to be filled in")
  public TemplateInstance screen(@PathParam("id") UUID id, @PathParam("tool") String tool) {
    FactsView facts = showFacts.show(Officer.of(caller), id);
    ToolView found =
        facts.tools().stream()
            .filter(one -> one.tool().equals(tool))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("no-such-tool", "There is no such tool."));
    if (!found.mine()) {
      throw Problem.forbidden("not-an-assessor", "This tool is for assessors named for it.");
    }
    return Templates.screen(facts, found);
  }

  @POST
  @Path("{id}/charge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: the charging decision")
  public Response charge(
      @PathParam("id") UUID id,
      @FormParam("charge") @Nullable String charge,
      @BeanParam TapForm tap,
      @Context UriInfo uri) {
    return say(id, FactResource.charge(given(charge)), tap, uri);
  }

  @POST
  @Path("{id}/custody")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: arrested, released or neither")
  public Response custody(
      @PathParam("id") UUID id,
      @FormParam("custody") @Nullable String custody,
      @BeanParam TapForm tap,
      @Context UriInfo uri) {
    return say(id, FactResource.custody(given(custody)), tap, uri);
  }

  @POST
  @Path("{id}/no-contact-order")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: a no-contact order")
  public Response order(
      @PathParam("id") UUID id,
      @FormParam("order") @Nullable String order,
      @BeanParam TapForm tap,
      @Context UriInfo uri) {
    return say(id, FactResource.order(given(order)), tap, uri);
  }

  @POST
  @Path("{id}/children")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: whether children are there")
  public Response children(
      @PathParam("id") UUID id,
      @FormParam("children") @Nullable String children,
      @BeanParam TapForm tap,
      @Context UriInfo uri) {
    return say(id, FactResource.children(given(children)), tap, uri);
  }

  @POST
  @Path("{id}/language")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: the language wanted")
  public Response language(
      @PathParam("id") UUID id,
      @FormParam("language") @Nullable String language,
      @BeanParam TapForm tap,
      @Context UriInfo uri) {
    return say(id, FactResource.language(language), tap, uri);
  }

  @POST
  @Path("{id}/access-needs")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: what help must be ready for")
  public Response needs(
      @PathParam("id") UUID id,
      @FormParam("needs") @Nullable List<String> needs,
      @BeanParam TapForm tap,
      @Context UriInfo uri) {
    return say(id, FactResource.needs(needs == null ? List.of() : needs), tap, uri);
  }

  @POST
  @Path("{id}/screens/{tool}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: a risk screen, filled in")
  public Response fill(
      @PathParam("id") UUID id,
      @PathParam("tool") String tool,
      MultivaluedMap<String, String> form,
      @Context UriInfo uri) {
    Map<String, String> answers = new HashMap<>();
    form.keySet().stream()
        .filter(name -> name.startsWith("item-") || name.startsWith("inclusion-"))
        .forEach(name -> answers.put(name, given(form.getFirst(name))));
    fillScreen.fill(
        Officer.of(caller),
        id,
        RiskTool.of(tool)
            .orElseThrow(() -> Problem.notFound("no-such-tool", "There is no such tool.")),
        Tapped.id(form.getFirst("victim"), "/victim"),
        new Filling(
            answers,
            blank(form.getFirst("judged")),
            number(form.getFirst("yes"), "/yes"),
            number(form.getFirst("notAnswered"), "/notAnswered")),
        TapForm.read(
            form.getFirst("tap"),
            form.getFirst("at"),
            form.getFirst("sentAt"),
            form.getFirst("age"),
            form.getFirst("officer"),
            caller));
    return Response.seeOther(
            uri.getBaseUriBuilder().path("scene").path(id.toString()).path("screens").build())
        .build();
  }

  private Response say(UUID id, Saying saying, TapForm tap, UriInfo uri) {
    sayAtScene.say(Officer.of(caller), id, saying, tap.by(caller));
    return Response.seeOther(
            uri.getBaseUriBuilder().path("scene").path(id.toString()).path("facts").build())
        .build();
  }

  private static @Nullable Integer number(@Nullable String text, String pointer) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException noNumber) {
      throw Problem.wrong("invalid", "This is no number.").at(pointer).expected("a whole number");
    }
  }

  private static String given(@Nullable String choice) {
    return choice == null ? "" : choice;
  }

  private static @Nullable String blank(@Nullable String choice) {
    return choice == null || choice.isBlank() ? null : choice;
  }
}
