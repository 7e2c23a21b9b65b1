package org.warmhandoff.referral.consenting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Form;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.ConsentEvent.Urgency;
import org.warmhandoff.contracts.Known;

/**
 * What staff send when they asked for consent.
 *
 * @param categories what may be shared; not empty where consent is given
 * @param textVersion version of the text that was shown; must be one of this release
 * @param language BCP 47 tag of the text that was shown
 * @param overheard whether the other party could see or hear it
 * @param asserted true where staff say so, false where the person said so herself
 * @param needs codes of what the person asks the agency for
 * @param urgency routine where nothing is said
 */
record ConsentRequest(
    @NotNull UUID incident,
    @NotNull UUID person,
    @NotBlank @Size(max = 40) String agency,
    @NotNull Purpose purpose,
    @Nullable Set<@NotNull DataCategory> categories,
    @NotNull Decision decision,
    @NotNull Form form,
    @NotBlank @Size(max = 40) String textVersion,
    @NotBlank @Size(max = 20) String language,
    @NotNull Known overheard,
    @NotNull Boolean asserted,
    @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String> needs,
    @Nullable Urgency urgency) {

  /** What was answered. */
  enum Decision {
    GIVEN,
    REFUSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Set<DataCategory> sharedCategories() {
    return categories == null ? Set.of() : Set.copyOf(categories);
  }

  List<String> askedFor() {
    return needs == null ? List.of() : List.copyOf(needs);
  }

  Urgency howSoon() {
    return urgency == null ? Urgency.ROUTINE : urgency;
  }
}
