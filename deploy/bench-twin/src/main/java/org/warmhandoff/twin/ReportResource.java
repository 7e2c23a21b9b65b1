package org.warmhandoff.twin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Takes a report and answers when its transaction is committed. */
@Path("/incidents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

  private static final int CREATED = 201;

  private final JsonWebToken token;
  private final Writing writing;

  ReportResource(JsonWebToken token, Writing writing) {
    this.token = token;
    this.writing = writing;
  }

  /** What was made of a report. */
  public record Receipt(UUID incident, String outcome) {}

  /** One report, one transaction. */
  @POST
  @RolesAllowed("cad")
  public Response report(ReportBody report) {
    UUID incident = writing.write(token.getClaim("police_service"), report);
    return Response.status(CREATED).entity(new Receipt(incident, "created")).build();
  }

  /** The use case, so that the answer waits for the commit. */
  @ApplicationScoped
  static class Writing {

    /** Persists what the report says, row by row. */
    @Transactional
    UUID write(String policeService, ReportBody report) {
      Instant now = Instant.now();
      IncidentRow incident = IncidentRow.of(policeService, report, now);
      incident.persist();
      List<PanacheEntityBase> later = new ArrayList<>();
      int position = 0;
      for (ReportBody.PersonBody said : report.persons()) {
        PersonRow person = PersonRow.of(incident, now);
        person.persist();
        said.fields()
            .forEach((field, value) -> FieldRow.of(incident, person, field, value).persist());
        said.traits()
            .forEach((kind, value) -> TraitRow.of(incident, person, kind, value).persist());
        PartyRow.of(incident, person, said, position++).persist();
        later.add(OutboxRow.registered(incident, person, now));
      }
      OutboxRow.reported(incident, report, now).persist();
      later.forEach(row -> row.persist());
      return incident.id;
    }
  }
}
