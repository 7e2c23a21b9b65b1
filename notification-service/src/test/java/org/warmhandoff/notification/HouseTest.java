package org.warmhandoff.notification;

import org.warmhandoff.testbed.HouseRules;

class HouseTest extends HouseRules {

  HouseTest() {
    super("org.warmhandoff.notification");
  }
}
