package org.warmhandoff.referral.consenting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.ConsentEvent.Urgency;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.referral.ConsentText;
import org.warmhandoff.referral.ConsentTexts;
import org.warmhandoff.referral.ReferralSettings;
import org.warmhandoff.referral.consenting.PrepareConsentPage.Overview;

/** Consent on the officer's or the worker's phone, read together with the person. */
@Path("/consent")
@Produces(MediaType.TEXT_HTML)
class ConsentPageResource {

  private final PrepareConsentPage prepareConsentPage;
  private final ShowText showText;
  private final RecordConsent recordConsent;
  private final NoteNotNow noteNotNow;
  private final WithdrawConsent withdrawConsent;
  private final Takers takers;
  private final ConsentTexts texts;
  private final ReferralSettings settings;
  private final Validator validator;
  private final String root;

  ConsentPageResource(
      PrepareConsentPage prepareConsentPage,
      ShowText showText,
      RecordConsent recordConsent,
      NoteNotNow noteNotNow,
      WithdrawConsent withdrawConsent,
      Takers takers,
      ConsentTexts texts,
      ReferralSettings settings,
      Validator validator,
      @ConfigProperty(name = "quarkus.http.root-path") String root) {
    this.prepareConsentPage = prepareConsentPage;
    this.showText = showText;
    this.recordConsent = recordConsent;
    this.noteNotNow = noteNotNow;
    this.withdrawConsent = withdrawConsent;
    this.takers = takers;
    this.texts = texts;
    this.settings = settings;
    this.validator = validator;
    this.root = root;
  }

  @CheckedTemplate(basePath = "consent")
  static class Templates {

    private Templates() {}

    static native TemplateInstance overview(
        String root, UUID incident, UUID person, Overview overview, String outcome);

    static native TemplateInstance ask(
        String root,
        UUID incident,
        UUID person,
        String agency,
        Purpose purpose,
        ConsentText text,
        List<String> languages,
        List<DataCategory> categories,
        List<Urgency> urgencies,
        List<String> needs);
  }

  /** The page of one person: without an agency what was said, with one the question itself. */
  @GET
  @RolesAllowed({Role.OFFICER, Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public TemplateInstance page(
      @QueryParam("incident") @Nullable String incident,
      @QueryParam("person") @Nullable String person,
      @QueryParam("agency") @Nullable String agency,
      @QueryParam("purpose") @Nullable String purpose,
      @QueryParam("language") @Nullable String language,
      @QueryParam("outcome") @Nullable String outcome,
      @Context HttpHeaders headers) {
    UUID incidentId = Asked.id("incident", incident);
    UUID personId = Asked.id("person", person);
    Overview overview = prepareConsentPage.prepare(incidentId, personId, takers.asker());
    if (agency == null) {
      return Templates.overview(
          root, incidentId, personId, overview, outcome == null ? "" : outcome);
    }
    Purpose asked = Asked.purpose(purpose);
    takers.mustBeOnSideOf(asked);
    return Templates.ask(
        root,
        incidentId,
        personId,
        agency,
        asked,
        showText.show(asked, language == null ? preferred(headers) : language, agency),
        texts.languages(),
        List.of(DataCategory.values()),
        List.of(Urgency.values()),
        settings.needs());
  }

  private String preferred(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(Locale::getLanguage)
        .filter(texts.languages()::contains)
        .findFirst()
        .orElse(texts.languages().getFirst());
  }

  /** What was said, by one of the three buttons. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Role.OFFICER, Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public Response said(@BeanParam ConsentForm form) {
    ConsentRequest request = form.toRequest();
    var violations = validator.validate(request);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    takers.mustBeOnSideOf(request.purpose());
    String outcome = form.outcome();
    if (form.isNotNow()) {
      noteNotNow.note(request, takers.taker());
    } else {
      recordConsent.record(request, takers.taker());
    }
    return backTo(request.incident(), request.person(), outcome);
  }

  /** She takes it back. */
  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Role.OFFICER, Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public Response withdraw(
      @PathParam("id") UUID id,
      @RestForm @Nullable String incident,
      @RestForm @Nullable String person) {
    withdrawConsent.withdraw(id, takers.withdrawal());
    return backTo(Asked.id("incident", incident), Asked.id("person", person), "withdrawn");
  }

  private Response backTo(UUID incident, UUID person, String outcome) {
    return Response.seeOther(
            UriBuilder.fromPath("/consent")
                .queryParam("incident", incident)
                .queryParam("person", person)
                .queryParam("outcome", outcome)
                .build())
        .build();
  }
}
