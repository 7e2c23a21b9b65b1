package org.warmhandoff.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MadeUpTest {

  /** Two numbers for each of the week's 4,515 rows. */
  private static final int MOST = 9_032;

  @Test
  void everybody_is_visibly_made_up_and_nobody_shares_a_number_with_another() {
    Set<String> phones = new HashSet<>();
    for (int number = 0; number < MOST; number++) {
      var person = MadeUp.person(number, "v", "victim", new Chance(1, number));
      assertThat(person.path("phone").asText()).matches("\\+1[2-9]\\d\\d55501\\d\\d");
      assertThat(phones.add(person.path("phone").asText())).isTrue();
      assertThat(person.path("name").asText()).startsWith("Demo Person ");
      assertThat(person.path("address").asText()).endsWith(" Example Lane");
    }
  }

  @Test
  void the_same_seed_makes_up_the_same_person() {
    assertThat(MadeUp.person(417, "v", "victim", new Chance(2018, 417)))
        .isEqualTo(MadeUp.person(417, "v", "victim", new Chance(2018, 417)));
    assertThat(MadeUp.person(417, "v", "victim", new Chance(2018, 417)))
        .isNotEqualTo(MadeUp.person(417, "v", "victim", new Chance(2019, 417)));
  }
}
