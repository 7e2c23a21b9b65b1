package org.warmhandoff.eventing.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.eventing.inbox.Repair.Outcome;
import org.warmhandoff.eventing.repair.DropRecord;
import org.warmhandoff.eventing.repair.MendRecord;
import org.warmhandoff.eventing.repair.ReadSetAside;
import org.warmhandoff.eventing.repair.SendAgain;
import org.warmhandoff.eventing.repair.Word;
import org.warmhandoff.eventing.republishing.RepublishResource;

/** The operator's page of this service. */
@Path("/operations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ADMINISTRATOR)
public class OperationsResource {

  private static final List<String> SERVICES =
      List.of("incident", "notification", "referral", "analytics");

  private final ReadOperations readOperations;
  private final ReadSetAside readSetAside;
  private final MendRecord mendRecord;
  private final SendAgain sendAgain;
  private final DropRecord dropRecord;
  private final RepublishResource republish;
  private final Caller caller;
  private final InstantSource clock;
  private final String service;
  private final URI here;

  OperationsResource(
      ReadOperations readOperations,
      ReadSetAside readSetAside,
      MendRecord mendRecord,
      SendAgain sendAgain,
      DropRecord dropRecord,
      RepublishResource republish,
      Caller caller,
      InstantSource clock,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String root) {
    this.readOperations = readOperations;
    this.readSetAside = readSetAside;
    this.mendRecord = mendRecord;
    this.sendAgain = sendAgain;
    this.dropRecord = dropRecord;
    this.republish = republish;
    this.caller = caller;
    this.clock = clock;
    this.service = service.replace("-service", "");
    this.here = URI.create((root + "/operations").replaceAll("/+", "/"));
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance operations(View view);

    static native TemplateInstance record(
        ReadSetAside.Seen seen, String body, boolean tried, int before);
  }

  /**
   * What the page shows.
   *
   * @param oldest seconds the oldest fact has waited to be sent
   * @param percent of the last republish
   * @param gone how many left the quarantine by what was just asked for
   * @param left how many of their key did not
   */
  record View(
      String service,
      List<String> others,
      Operations now,
      ReadSetAside.Listed aside,
      Glance glance,
      long oldest,
      long percent,
      int gone,
      long left) {
    static View of(
        String service,
        Operations now,
        ReadSetAside.Listed aside,
        InstantSource clock,
        int gone,
        long left) {
      return new View(
          service,
          SERVICES.stream().filter(other -> !other.equals(service)).toList(),
          now,
          aside,
          Glance.at(now, aside.total(), clock.instant()),
          (long) now.flow().outbox().oldestSeconds(),
          now.republish() == null ? 0 : Math.round(now.republish().done() * 100),
          gone,
          left);
    }
  }

  @GET
  @Operation(summary = "Page: what waits, what was set aside, what could not be delivered")
  @RolesAllowed(Role.ADMINISTRATOR)
  public TemplateInstance operations(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("gone") @DefaultValue("0") int gone,
      @QueryParam("left") @DefaultValue("0") long left) {
    return Templates.operations(
        View.of(service, readOperations.now(), readSetAside.list(after), clock, gone, left));
  }

  @GET
  @Path("{number}")
  @Operation(summary = "Page: one record that was set aside, and what can be done about it")
  @RolesAllowed(Role.ADMINISTRATOR)
  public TemplateInstance record(
      @PathParam("number") long number, @QueryParam("before") @Nullable Integer before) {
    ReadSetAside.Seen seen = readSetAside.read(number);
    return Templates.record(
        seen, seen.body().toPrettyString(), before != null, before == null ? 0 : before);
  }

  @POST
  @Path("{number}/sending")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: sends a record and those behind it again")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response send(
      @PathParam("number") long number,
      @FormParam("edition") @Nullable Integer edition,
      @FormParam("word") @Nullable String word) {
    return showing(sendAgain.send(number, Word.edition(edition), Word.of(caller, word)));
  }

  @POST
  @Path("{number}/dropping")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: drops a record with a word")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response drop(
      @PathParam("number") long number,
      @FormParam("edition") @Nullable Integer edition,
      @FormParam("word") @Nullable String word,
      @FormParam("subject") @Nullable String subject,
      @FormParam("version") @Nullable String version) {
    return showing(
        dropRecord.drop(
            number,
            Word.edition(edition),
            subject(subject),
            version(version),
            Word.of(caller, word)));
  }

  @POST
  @Path("{number}/content")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: gives a record content that can be read")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response mend(
      @PathParam("number") long number,
      @FormParam("edition") @Nullable Integer edition,
      @FormParam("word") @Nullable String word,
      @FormParam("headers") @Nullable String headers,
      @FormParam("body") @Nullable String body) {
    mendRecord.mend(
        number,
        Word.edition(edition),
        lines(headers == null ? "" : headers),
        body == null || body.isBlank() ? null : body.getBytes(UTF_8),
        Word.of(caller, word));
    return Response.seeOther(URI.create(here + "/" + number)).build();
  }

  @POST
  @Path("republish")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: tells a topic again from the outbox")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response republish(
      @FormParam("from") @Nullable String from, @FormParam("topic") @Nullable String topic) {
    republish.start(
        new RepublishResource.Request(from, topic == null || topic.isBlank() ? null : topic));
    return Response.seeOther(here).build();
  }

  /** Where somebody who has just acted sees what became of it. */
  private Response showing(Outcome outcome) {
    String to =
        switch (outcome) {
          case Outcome.Stays stays -> "/" + stays.number() + "?before=" + stays.records();
          case Outcome.Gone gone when gone.left() > 0 ->
              "?gone=" + gone.records() + "&left=" + gone.left();
          case Outcome.Gone gone -> "";
          case Outcome.Refused refused -> "";
        };
    return Response.seeOther(URI.create(here + to)).build();
  }

  private static Map<String, String> lines(String headers) {
    Map<String, String> named = new HashMap<>();
    headers
        .lines()
        .filter(line -> line.contains(":"))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              named.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            });
    return named;
  }

  private static @Nullable UUID subject(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      throw Problem.wrong("no-id", "This is no id.").at("/subject");
    }
  }

  private static @Nullable Long version(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw Problem.wrong("no-number", "This is no number.").at("/version");
    }
  }
}
