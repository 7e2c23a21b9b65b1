package org.warmhandoff.faults.weave;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is woven in the test. */
class Sample {

  String text() {
    return "select one from two";
  }

  boolean no() {
    return false;
  }

  TimeUnit unit() {
    return TimeUnit.DAYS;
  }

  int size(List<String> list) {
    list.add("more");
    return list.size();
  }

  Optional<String> read() {
    return Optional.of("read");
  }

  boolean asks() {
    return Optional.empty().isPresent();
  }
}
