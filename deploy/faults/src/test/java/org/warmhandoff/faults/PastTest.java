package org.warmhandoff.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That the checker says no where it must; all faults of the past are brought back in a long run.
 */
class PastTest {

  private static final Path ROOT =
      Path.of(System.getProperty("handoff.root", "../..")).toAbsolutePath().normalize();

  @ParameterizedTest
  @ValueSource(strings = {"acks-one", "swallowed"})
  void a_fault_of_the_past_is_caught(String name) throws IOException {
    Historic fault =
        Historic.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();

    Past.Caught caught =
        new Past(ROOT, Path.of("target", "past").toAbsolutePath()).bringBack(fault);

    assertThat(caught.isCaught()).as(caught.toString()).isTrue();
  }

  @Test
  void there_are_enough_of_them_and_each_has_its_own_name() {
    assertThat(Historic.all()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(Historic.all()).extracting(Historic::name).doesNotHaveDuplicates();
  }
}
