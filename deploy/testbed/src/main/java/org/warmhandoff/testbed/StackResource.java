package org.warmhandoff.testbed;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hands a service under test its configuration. Public because Quarkus creates it. */
public final class StackResource
    implements QuarkusTestResourceConfigurableLifecycleManager<WithStack> {

  private String service = "";

  @Override
  public void init(WithStack annotation) {
    service = annotation.value();
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> all = new HashMap<>();
    Stack.start()
        .environment(service)
        .forEach((name, value) -> spellings(name).forEach(spelling -> all.put(spelling, value)));
    // Several builds may run their tests on one machine.
    all.put("quarkus.http.test-port", "0");
    return all;
  }

  /**
   * An environment variable answers to every property name it could stand for, with dots or hyphens
   * between its words; a map does not, so each spelling is given.
   */
  static List<String> spellings(String variable) {
    String[] words = variable.toLowerCase(Locale.ROOT).split("_");
    List<String> spellings = List.of(words[0]);
    for (int i = 1; i < words.length; i++) {
      List<String> longer = new ArrayList<>();
      for (String start : spellings) {
        longer.add(start + "." + words[i]);
        if (i > 1) {
          longer.add(start + "-" + words[i]);
        }
      }
      spellings = longer;
    }
    List<String> all = new ArrayList<>(spellings);
    all.add(variable);
    return all;
  }

  @Override
  public void stop() {
    // The stack belongs to the JVM, not to one application: it ends with it.
  }
}
