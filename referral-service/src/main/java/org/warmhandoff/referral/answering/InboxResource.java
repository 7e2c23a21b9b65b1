package org.warmhandoff.referral.answering;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.referral.Door;
import org.warmhandoff.referral.ReferralSettings;

/** The intake desk of an agency without a system of its own. */
@Path("/inbox")
@Produces(MediaType.TEXT_HTML)
class InboxResource {

  private final ListReferrals listReferrals;
  private final ShowReferral showReferral;
  private final Answers answers;
  private final ReferralSettings settings;
  private final Caller caller;
  private final String root;

  InboxResource(
      ListReferrals listReferrals,
      ShowReferral showReferral,
      Answers answers,
      ReferralSettings settings,
      Caller caller,
      @ConfigProperty(name = "quarkus.http.root-path") String root) {
    this.listReferrals = listReferrals;
    this.showReferral = showReferral;
    this.answers = answers;
    this.settings = settings;
    this.caller = caller;
    this.root = root;
  }

  @CheckedTemplate(basePath = "inbox")
  static class Templates {

    private Templates() {}

    static native TemplateInstance list(String root, List<ReferralRow> referrals);

    static native TemplateInstance referral(
        String root, ReferralRow referral, List<String> reasons);
  }

  /** What waits for the agency. */
  @GET
  @RolesAllowed(Role.AGENCY)
  public TemplateInstance list() {
    return Templates.list(root, listReferrals.list(caller.agency()));
  }

  /** One referral and the answers there are. */
  @GET
  @Path("{id}")
  @RolesAllowed(Role.AGENCY)
  public TemplateInstance referral(@PathParam("id") UUID id) {
    return Templates.referral(
        root,
        showReferral.show(id, caller.agency()),
        settings.answerReasons().stream().sorted().toList());
  }

  /** An answer by one of the buttons. */
  @POST
  @Path("{id}/answers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Role.AGENCY)
  public Response answer(
      @PathParam("id") UUID id,
      @RestForm @Nullable String status,
      @RestForm @Nullable String reason) {
    answers.take(caller.agency(), id, status, reason, Door.PAGE);
    return Response.seeOther(UriBuilder.fromPath("/inbox/{id}").build(id)).build();
  }
}
