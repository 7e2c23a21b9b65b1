package org.warmhandoff.notification.rostering;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/** A worker's shifts as a calendar program subscribes to them (RFC 5545), at a secret address. */
@Path("/api/v1/rota/calendar")
public class CalendarResource {

  private final ReadCalendar readCalendar;
  private final InstantSource clock;

  CalendarResource(ReadCalendar readCalendar, InstantSource clock) {
    this.readCalendar = readCalendar;
    this.clock = clock;
  }

  /**
   * The calendar; whoever knows the address reads it, and finds times and programs' codes in it.
   */
  @GET
  @Path("/{secret}")
  @Produces("text/calendar")
  @PermitAll
  public Response read(String secret) {
    String bare = secret.endsWith(".ics") ? secret.substring(0, secret.length() - 4) : secret;
    return Response.ok(
            CalendarText.of(readCalendar.read(bare), clock.instant()),
            "text/calendar;charset=UTF-8")
        .header("Cache-Control", "private, max-age=300")
        .build();
  }
}
