package org.warmhandoff.incident.scene;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * Languages a worker may be wanted in: a tag after BCP 47 whose first part is a language of ISO
 * 639, with at most a script and a region. A well-formed tag alone could be a name, and it is told.
 */
final class Languages {

  private static final Set<String> KNOWN =
      Arrays.stream(Locale.getISOLanguages())
          .flatMap(two -> Stream.of(two, Locale.of(two).getISO3Language()))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> REGIONS =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private Languages() {}

  /** The tag in its canonical form; null where none was given. */
  static @Nullable String known(@Nullable String tag) {
    if (tag == null || tag.isBlank()) {
      return null;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag.strip()).build();
      if (KNOWN.contains(locale.getLanguage())
          && (locale.getCountry().isEmpty() || REGIONS.contains(locale.getCountry()))
          && locale.getVariant().isEmpty()
          && locale.getExtensionKeys().isEmpty()) {
        return new Locale.Builder()
            .setLanguage(locale.getLanguage())
            .setRegion(locale.getCountry())
            .build()
            .toLanguageTag();
      }
    } catch (IllformedLocaleException unreadable) {
      // The same refusal.
    }
    throw Problem.wrong("unknown-code", "This is no language tag.")
        .at("/language")
        .expected("a tag such as fr or pa");
  }
}
