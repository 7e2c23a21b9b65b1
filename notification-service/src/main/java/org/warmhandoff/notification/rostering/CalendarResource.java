package org.warmhandoff.notification.rostering;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

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
  @Produces("text/calendar;charset=UTF-8")
  @Operation(hidden = true)
  @PermitAll
  @ResponseHeader(name = "Cache-Control", value = "private, max-age=300")
  public String read(String secret) {
    String bare = secret.endsWith(".ics") ? secret.substring(0, secret.length() - 4) : secret;
    return CalendarText.of(readCalendar.read(bare), clock.instant());
  }
}
