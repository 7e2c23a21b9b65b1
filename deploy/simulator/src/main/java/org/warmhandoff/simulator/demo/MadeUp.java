package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/**
 * Persons nobody can take for real: named after numbers and trees, living in Example Lane, with
 * numbers of the range 555-0100 to 555-0199, which is kept free for fiction.
 */
final class MadeUp {

  private static final List<String> TREES =
      List.of(
          "Alder", "Ash", "Aspen", "Beech", "Birch", "Cedar", "Cherry", "Elm", "Fir", "Hazel",
          "Hemlock", "Juniper", "Larch", "Linden", "Maple", "Oak", "Pine", "Poplar", "Rowan",
          "Spruce", "Walnut", "Willow", "Yew");
  private static final List<String> LANGUAGES = List.of("en", "en", "en", "en", "en", "fr", "ar");
  private static final int FIRST_AREA = 201;
  private static final int NUMBERS_PER_AREA = 100;
  private static final LocalDate OLDEST = LocalDate.of(1950, 1, 1);
  private static final int DAYS = 48 * 365;

  private MadeUp() {}

  /**
   * One party to an incident, as a CAD posts it.
   *
   * @param number different for every person of the week
   */
  static ObjectNode person(int number, String ref, String role, Chance chance) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ref", ref)
        .put("role", role)
        .put("name", "Demo Person %04d %s".formatted(number, TREES.get(number % TREES.size())))
        .put("birthDate", OLDEST.plusDays(chance.below(DAYS)).toString())
        .put(
            "phone",
            "+1%d55501%02d"
                .formatted(FIRST_AREA + number / NUMBERS_PER_AREA, number % NUMBERS_PER_AREA))
        .put("address", "%d Example Lane".formatted(number))
        .put("language", chance.one(LANGUAGES))
        .put("recordNumber", "DEMO-%04d".formatted(number));
  }
}
