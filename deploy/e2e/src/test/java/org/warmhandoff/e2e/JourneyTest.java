package org.warmhandoff.e2e;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journey on the local stack. */
@ExtendWith(WholeStack.class)
@Order(1)
class JourneyTest extends Journey {

  @BeforeAll
  void open(City city) {
    playIn(city);
  }
}
