package org.warmhandoff.incident;

import org.warmhandoff.testbed.HouseRules;

class HouseTest extends HouseRules {

  HouseTest() {
    super("org.warmhandoff.incident");
  }
}
