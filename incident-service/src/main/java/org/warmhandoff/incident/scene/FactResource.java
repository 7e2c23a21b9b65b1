package org.warmhandoff.incident.scene;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Circumstances.AccessNeed;
import org.warmhandoff.contracts.Circumstances.NoContactOrder;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.Custody;
import org.warmhandoff.incident.Saying;

/**
 * What an officer adds while an incident runs. Every door takes the phone's own id of the tap and
 * may be knocked at twice; the latest tap counts, whatever order they arrive in.
 */
@Path("/api/v1/incidents")
@RolesAllowed(Role.OFFICER)
@Consumes(MediaType.APPLICATION_JSON)
public class FactResource {

  private final SayAtScene sayAtScene;
  private final Caller caller;

  FactResource(SayAtScene sayAtScene, Caller caller) {
    this.sayAtScene = sayAtScene;
    this.caller = caller;
  }

  /**
   * The charging decision.
   *
   * @param charge laid, none, or undecided to take an earlier word back
   * @param tap the phone's own id of this tap
   * @param at the phone's clock at the tap; without it, now
   * @param sentAt the same clock at the sending, so that a wrong clock does no harm
   */
  public record ChargeTap(
      @NotNull String charge, @Nullable UUID tap, @Nullable Instant at, @Nullable Instant sentAt) {}

  /**
   * Arrest and release.
   *
   * @param custody arrested, released (with his conditions written down), not-arrested or unknown
   * @param tap the phone's own id of this tap
   * @param at the phone's clock at the tap; without it, now
   * @param sentAt the same clock at the sending
   */
  public record CustodyTap(
      @NotNull String custody,
      @Nullable UUID tap,
      @Nullable Instant at,
      @Nullable Instant sentAt) {}

  /**
   * A no-contact order.
   *
   * @param order exists, asked-for, none or unknown
   * @param tap the phone's own id of this tap
   * @param at the phone's clock at the tap; without it, now
   * @param sentAt the same clock at the sending
   */
  public record OrderTap(
      @NotNull String order, @Nullable UUID tap, @Nullable Instant at, @Nullable Instant sentAt) {}

  /**
   * Whether children are there.
   *
   * @param children yes, no or unknown
   * @param tap the phone's own id of this tap
   * @param at the phone's clock at the tap; without it, now
   * @param sentAt the same clock at the sending
   */
  public record ChildrenTap(
      @NotNull String children,
      @Nullable UUID tap,
      @Nullable Instant at,
      @Nullable Instant sentAt) {}

  /**
   * The language wanted.
   *
   * @param language BCP 47 tag; empty or absent where none is needed after all
   * @param tap the phone's own id of this tap
   * @param at the phone's clock at the tap; without it, now
   * @param sentAt the same clock at the sending
   */
  public record LanguageTap(
      @Nullable String language,
      @Nullable UUID tap,
      @Nullable Instant at,
      @Nullable Instant sentAt) {}

  /**
   * What help must be ready for.
   *
   * @param needs all of them: hearing, sight, mobility, cognitive, speech, other; none where there
   *     are none
   * @param tap the phone's own id of this tap
   * @param at the phone's clock at the tap; without it, now
   * @param sentAt the same clock at the sending
   */
  public record NeedsTap(
      @NotNull @Size(max = 20) List<@NotNull String> needs,
      @Nullable UUID tap,
      @Nullable Instant at,
      @Nullable Instant sentAt) {}

  @POST
  @Path("{id}/charge")
  @Operation(summary = "The charging decision; it may be changed later")
  public void charge(@PathParam("id") UUID id, @NotNull @Valid ChargeTap tap) {
    say(id, charge(tap.charge()), new Tapped(tap.tap(), tap.at(), tap.sentAt()));
  }

  @POST
  @Path("{id}/custody")
  @Operation(summary = "Arrested, released or neither")
  public void custody(@PathParam("id") UUID id, @NotNull @Valid CustodyTap tap) {
    say(id, custody(tap.custody()), new Tapped(tap.tap(), tap.at(), tap.sentAt()));
  }

  @POST
  @Path("{id}/no-contact-order")
  @Operation(summary = "Whether there is a no-contact order")
  public void order(@PathParam("id") UUID id, @NotNull @Valid OrderTap tap) {
    say(id, order(tap.order()), new Tapped(tap.tap(), tap.at(), tap.sentAt()));
  }

  @POST
  @Path("{id}/children")
  @Operation(summary = "Whether children are there")
  public void children(@PathParam("id") UUID id, @NotNull @Valid ChildrenTap tap) {
    say(id, children(tap.children()), new Tapped(tap.tap(), tap.at(), tap.sentAt()));
  }

  @POST
  @Path("{id}/language")
  @Operation(summary = "The language wanted")
  public void language(@PathParam("id") UUID id, @NotNull @Valid LanguageTap tap) {
    say(id, language(tap.language()), new Tapped(tap.tap(), tap.at(), tap.sentAt()));
  }

  @POST
  @Path("{id}/access-needs")
  @Operation(summary = "What help must be ready for, all of it")
  public void needs(@PathParam("id") UUID id, @NotNull @Valid NeedsTap tap) {
    say(id, needs(tap.needs()), new Tapped(tap.tap(), tap.at(), tap.sentAt()));
  }

  static Saying charge(String code) {
    return new Saying.ChargeDecided(Choices.of(Charge.class, code, "/charge"));
  }

  static Saying custody(String code) {
    return new Saying.CustodyIs(Choices.of(Custody.class, code, "/custody"));
  }

  static Saying order(String code) {
    return new Saying.OrderIs(Choices.of(NoContactOrder.class, code, "/order"));
  }

  static Saying children(String code) {
    return new Saying.Children(Choices.of(Known.class, code, "/children"));
  }

  static Saying language(@Nullable String tag) {
    String known = Languages.known(tag);
    return new Saying.Language(known == null ? "" : known);
  }

  static Saying needs(List<String> codes) {
    return new Saying.Needs(
        codes.stream()
            .map(code -> Choices.of(AccessNeed.class, code, "/needs"))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private void say(UUID id, Saying saying, Tapped tap) {
    sayAtScene.say(Officer.of(caller), id, saying, tap);
  }
}
