package org.warmhandoff.notification.administering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.EligibilitySpec;

/** The criteria a form has choices for. */
final class FormCriteria {

  private static final String ANY = "any";

  /** By criterion what it may ask; the first counts where a program says nothing of it. */
  static final Map<String, List<String>> OPTIONS = options();

  private FormCriteria() {}

  private static Map<String, List<String>> options() {
    Map<String, List<String>> options = new LinkedHashMap<>();
    options.put("domestic", List.of("yes", ANY, "no"));
    options.put("relationship", List.of(ANY, "partner", "family"));
    options.put("charge", List.of(ANY, "laid", "none"));
    options.put("physical", List.of(ANY, "yes", "no"));
    options.put("arrest", List.of(ANY, "yes", "no"));
    options.put("asked", List.of(ANY, "yes"));
    options.put("risk", List.of(ANY, "raised", "high"));
    options.put("status", List.of(ANY, "open", "closed"));
    return options;
  }

  /** What a rule asks of it; null where it says nothing. */
  static @Nullable String wanted(EligibilitySpec rule, String criterion) {
    return switch (criterion) {
      case "domestic" -> rule.domestic();
      case "relationship" -> rule.relationship();
      case "charge" -> rule.charge();
      case "physical" -> rule.physical();
      case "arrest" -> rule.arrest();
      case "asked" -> rule.asked();
      case "risk" -> rule.risk();
      case "status" -> rule.status();
      default -> throw new IllegalArgumentException(criterion);
    };
  }
}
