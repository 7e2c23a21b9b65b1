package org.warmhandoff.referral.consenting;

import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Form;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.ConsentEvent.Urgency;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.referral.consenting.ConsentRequest.Decision;

/** The consent page's form, as a browser without JavaScript sends it. */
class ConsentForm {

  private static final String NOT_NOW = "not-now";

  @RestForm @Nullable String incident;
  @RestForm @Nullable String person;
  @RestForm @Nullable String agency;
  @RestForm @Nullable String purpose;
  @RestForm @Nullable List<String> categories;
  @RestForm @Nullable String decision;
  @RestForm @Nullable String form;
  @RestForm @Nullable String textVersion;
  @RestForm @Nullable String language;
  @RestForm @Nullable String unheard;
  @RestForm @Nullable String asserted;
  @RestForm @Nullable List<String> needs;
  @RestForm @Nullable String urgency;

  boolean isNotNow() {
    return NOT_NOW.equals(decision);
  }

  /** The code the next page says the outcome by. */
  String outcome() {
    return isNotNow() ? NOT_NOW : Asked.one(Decision.class, "decision", decision).code();
  }

  ConsentRequest toRequest() {
    Purpose wanted = Asked.purpose(purpose);
    return new ConsentRequest(
        Asked.id("incident", incident),
        Asked.id("person", person),
        Asked.code(agency),
        wanted,
        categories == null
            ? null
            : categories.stream()
                .map(category -> Asked.one(DataCategory.class, "categories", category))
                .collect(Collectors.toUnmodifiableSet()),
        isNotNow() ? Decision.REFUSED : Asked.one(Decision.class, "decision", decision),
        Asked.one(Form.class, "form", form),
        Asked.code(textVersion),
        Asked.code(language),
        overheard(Asked.one(Known.class, "unheard", unheard)),
        isAsserted(),
        needs,
        urgency == null ? null : Asked.one(Urgency.class, "urgency", urgency));
  }

  /** Who says so is never taken for granted. */
  private boolean isAsserted() {
    if ("true".equals(asserted) || "false".equals(asserted)) {
      return "true".equals(asserted);
    }
    throw Problem.wrong("missing", "Say who says so.").at("/asserted").expected("true or false");
  }

  /** The page asks whether it was out of sight and hearing; the ledger keeps the opposite. */
  private static Known overheard(Known unheard) {
    return switch (unheard) {
      case YES -> Known.NO;
      case NO -> Known.YES;
      case UNKNOWN -> Known.UNKNOWN;
    };
  }
}
