package org.warmhandoff.bench.linkage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who does not exist, as the truth has them.
 *
 * @param household number of the household they live in
 * @param numbers what the records system calls them; two where it registered them twice
 * @param married the family name they take one day; null for most
 */
record Human(
    int id,
    int household,
    String given,
    String second,
    String family,
    @Nullable String married,
    LocalDate born,
    String[] numbers,
    String mobile,
    Home home) {

  /** What a household shares. */
  record Home(String address, String phone) {}
}
