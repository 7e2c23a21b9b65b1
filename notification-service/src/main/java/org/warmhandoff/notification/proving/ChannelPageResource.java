package org.warmhandoff.notification.proving;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.DeliverySettings;
import org.warmhandoff.notification.Device;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.GivenChannel;
import org.warmhandoff.notification.OwnChannel;
import org.warmhandoff.notification.Targets;
import org.warmhandoff.notification.Trials;

/** Where I am called outside the app: added, proven by a code, ordered and removed by myself. */
@Path("/channels")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
public class ChannelPageResource {

  private static final int LONGEST_CODE = 20;
  private static final Set<String> SAID =
      Arrays.stream(Trials.Entered.values()).map(Codes::of).collect(Collectors.toSet());

  private final ListChannels listChannels;
  private final BeginTrial beginTrial;
  private final EnterCode enterCode;
  private final OrderChannels orderChannels;
  private final SendCode sendCode;
  private final AddDevice addDevice;
  private final DeliverySettings settings;
  private final Caller caller;

  ChannelPageResource(
      ListChannels listChannels,
      BeginTrial beginTrial,
      EnterCode enterCode,
      OrderChannels orderChannels,
      SendCode sendCode,
      AddDevice addDevice,
      DeliverySettings settings,
      Caller caller) {
    this.listChannels = listChannels;
    this.beginTrial = beginTrial;
    this.enterCode = enterCode;
    this.orderChannels = orderChannels;
    this.sendCode = sendCode;
    this.addDevice = addDevice;
    this.settings = settings;
    this.caller = caller;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance channels(
        List<OwnChannel> channels, List<String> kinds, String said, @Nullable String pushKey);
  }

  @GET
  @Operation(summary = "Page: where I am called outside the app")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public TemplateInstance channels(@QueryParam("said") @Nullable String said) {
    return Templates.channels(
        listChannels.list(caller.staff()),
        List.of("sms", "voice", "email"),
        said != null && SAID.contains(said) ? said : "",
        settings.push().publicKey().orElse(null));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: call me there; a code is sent")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response add(
      @FormParam("kind") @Nullable String kind,
      @FormParam("address") @Nullable String address,
      @Context UriInfo uri) {
    beginTrial.begin(caller.staff(), given(kind, address));
    return back(uri, "");
  }

  private static GivenChannel given(@Nullable String kind, @Nullable String address) {
    String plain = address == null ? "" : address.strip();
    // as people write numbers
    String tidy = plain.contains("@") ? plain : plain.replaceAll("[ ().-]", "");
    try {
      if ("in-app".equals(kind)) {
        throw new Flaw("/kind", "sms, voice or email");
      }
      return GivenChannel.read(kind, false, tidy, null, "");
    } catch (Flaw flaw) {
      throw Problem.wrong("wrong-channel", "Nobody can be called there.")
          .at(flaw.pointer())
          .expected(flaw.expected());
    }
  }

  /**
   * The device itself asks for it, behind its owner's login.
   *
   * @throws Problem 422 where it is no device, or its push service is none on the public network
   */
  @POST
  @Path("/devices")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: call me on this device, too")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response addThisDevice(
      @FormParam("endpoint") @Nullable String endpoint,
      @FormParam("key") @Nullable String key,
      @FormParam("secret") @Nullable String secret,
      @Context UriInfo uri) {
    try {
      Device device = Device.given(endpoint, key, secret);
      Targets.check(device.endpoint(), "/endpoint", settings);
      addDevice.add(caller.staff(), device, caller.userName());
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
    return back(uri, "");
  }

  @POST
  @Path("/{channel}/code")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: send me a code there")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response code(UUID channel, @Context UriInfo uri) {
    sendCode.send(caller.staff(), channel);
    return back(uri, "");
  }

  @POST
  @Path("/{channel}/proof")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: the code that came there")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response prove(
      UUID channel, @FormParam("code") @Nullable String code, @Context UriInfo uri) {
    String entered = code == null ? "" : code.replaceAll("\\s", "");
    Trials.Entered how =
        entered.length() > LONGEST_CODE
            ? Trials.Entered.WRONG
            : enterCode.enter(caller.staff(), channel, entered, caller.userName());
    return back(uri, Codes.of(how));
  }

  @POST
  @Path("/{channel}/{wish}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: try this one first, or forget it")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response order(UUID channel, String wish, @Context UriInfo uri) {
    try {
      orderChannels.order(
          caller.staff(), channel, Codes.read(OrderChannels.Wish.class, wish, "/wish"));
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
    return back(uri, "");
  }

  private static Response back(UriInfo uri, String said) {
    var page = uri.getBaseUriBuilder().path("channels");
    return Response.seeOther(said.isEmpty() ? page.build() : page.queryParam("said", said).build())
        .build();
  }
}
