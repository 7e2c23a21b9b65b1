package org.warmhandoff.eventing.inbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a mend has changed, told without any content: it is kept for good.
 *
 * @param before SHA-256 of headers and body as they were kept
 * @param after the same of what they are now
 * @param headers names of the contract's headers that changed; a name that is not the contract's
 *     could be about a person, and counts as others
 */
record Changed(byte[] before, byte[] after, SortedSet<String> headers) {

  private static final String OTHERS = "others";
  private static final Set<String> OURS =
      Set.of(
          "ce_specversion",
          "ce_id",
          "ce_source",
          "ce_type",
          "ce_time",
          "ce_subject",
          "ce_partitionkey",
          "ce_correlationid",
          "ce_causationid",
          "ce_dataclassification",
          "ce_dataref",
          "ce_recordedtime",
          "ce_aggregateversion",
          "ce_policeservice",
          "ce_jurisdiction",
          "ce_mode",
          "content-type");

  static Changed between(Letter before, Letter after) {
    return new Changed(
        digest(before),
        digest(after),
        names(Content.of(before).headers(), Content.of(after).headers()));
  }

  private static SortedSet<String> names(Map<String, String> before, Map<String, String> after) {
    SortedSet<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    SortedSet<String> changed = new TreeSet<>();
    for (String name : all) {
      if (!Objects.equals(before.get(name), after.get(name))) {
        changed.add(OURS.contains(name) ? name : OTHERS);
      }
    }
    return changed;
  }

  private static byte[] digest(Letter letter) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(letter.packed());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
