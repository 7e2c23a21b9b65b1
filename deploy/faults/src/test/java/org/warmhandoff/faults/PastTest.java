package org.warmhandoff.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.faults.check.Violation;

/**
 * That the checker says no where it must; all faults of the past are brought back in a long run.
 */
class PastTest {

  private static final Path ROOT =
      Path.of(System.getProperty("handoff.root", "../..")).toAbsolutePath().normalize();

  private static final List<Historic> EACH_BUILD =
      Historic.all().stream()
          .filter(fault -> Set.of("acks-one", "swallowed").contains(fault.name()))
          .toList();

  private final Past past = new Past(ROOT, Path.of("target", "past").toAbsolutePath());

  static List<Historic> eachBuild() {
    return EACH_BUILD;
  }

  @ParameterizedTest
  @MethodSource("eachBuild")
  void a_fault_of_the_past_is_caught_by_a_rule_meant_for_it(Historic fault) throws IOException {
    Past.Caught caught = past.bringBack(fault);

    assertThat(caught.isCaught()).as(caught.toString()).isTrue();
  }

  @Test
  void without_the_fault_its_plan_holds() throws IOException {
    assertThat(past.withoutThem(EACH_BUILD)).isEmpty();
  }

  @Test
  void a_rule_that_is_not_meant_for_it_does_not_count() {
    Historic fault = EACH_BUILD.getFirst();

    Past.Caught caught =
        Past.Caught.of(fault, 1, List.of(new Violation("quiet", "still in flight")));

    assertThat(caught.isCaught()).isFalse();
  }

  @Test
  void there_are_enough_of_them_and_each_has_its_own_name() {
    assertThat(Historic.all()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(Historic.all()).extracting(Historic::name).doesNotHaveDuplicates();
  }

  @Test
  void each_says_which_rules_are_meant_for_it() {
    assertThat(Historic.all()).allSatisfy(fault -> assertThat(fault.caughtBy()).isNotEmpty());
  }
}
