package org.warmhandoff.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.warmhandoff.faults.check.Hearsay.Said;

class HearsayTest {

  @Test
  void a_scene_is_safe_while_nobody_said_otherwise_since() {
    assertThat(heard("scene-declared-safe", "worker-wanted").isSafe()).isTrue();
    assertThat(heard("scene-declared-safe", "scene-safety-revoked").isSafe()).isFalse();
    assertThat(heard("scene-declared-safe", "officers-cleared").isSafe()).isFalse();
    assertThat(heard("scene-safety-revoked", "scene-declared-safe").isSafe()).isTrue();
    assertThat(heard("worker-wanted").isSafe()).isFalse();
  }

  @Test
  void the_last_report_says_who_is_kept_out() {
    Hearsay heard = new Hearsay(Arrays.asList(report("one"), report("other")));

    assertThat(heard.keepsOut("other")).isTrue();
    assertThat(heard.keepsOut("one")).isFalse();
  }

  private static Hearsay heard(String... facts) {
    return new Hearsay(
        Arrays.stream(facts)
            .map(fact -> new Said(type(fact), JsonNodeFactory.instance.objectNode()))
            .toList());
  }

  private static Said report(String excluded) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("facts").putArray("excludedStaff").add(excluded);
    return new Said(type("incident-updated"), body);
  }

  private static String type(String fact) {
    return "org.warmhandoff." + fact + ".v1";
  }
}
