package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./handoff check-cad} as an integrator types it, against the running installation. */
@ExtendWith(WholeStack.class)
class CheckCadTest {

  private static final Path EXAMPLE = City.ROOT.resolve("docs/examples/eido-domestic.json");

  @TempDir private Path folder;

  @Test
  void the_example_would_be_taken_and_nothing_of_it_is_repeated(City city) {
    Verb verb = Verb.checkCad(city, EXAMPLE.toString());
    assertThat(verb.code()).as(verb.words()).isZero();
    assertThat(verb.words())
        .contains("would be taken", "/personComponent/0/ncPersonComponent/name", "a name")
        .contains("Decides nothing:", "/dispatchComponent", "1 of 1 would be taken")
        .doesNotContain("Maple", "Birch", "5195550");
  }

  @Test
  void an_eido_of_a_call_is_answered_with_what_to_do(City city) throws IOException {
    ObjectNode call = (ObjectNode) new ObjectMapper().readTree(Files.readString(EXAMPLE));
    call.remove("incidentComponent");
    Path sample = Files.writeString(folder.resolve("call.json"), call.toString());
    Verb verb = Verb.checkCad(city, folder.toString(), EXAMPLE.toString());
    assertThat(verb.code()).isEqualTo(1);
    assertThat(verb.words())
        .contains(sample + ": WOULD BE REFUSED", "422 no-incident", "opened the incident")
        .contains("1 of 2 would be taken");
  }
}
