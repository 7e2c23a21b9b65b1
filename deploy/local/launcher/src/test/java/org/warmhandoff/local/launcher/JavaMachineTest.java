package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;

class JavaMachineTest {

  @Test
  void intakeAloneHasTheSecondCompilerAndRoomForPostsThatWait() {
    assertThat(JavaMachine.flags(Access.INCIDENT_SERVICE, 160))
        .contains("-XX:TieredStopAtLevel=4", "-Xmn64m", "-Xmx160m")
        .doesNotContain("-XX:TieredStopAtLevel=1");
    assertThat(JavaMachine.flags(Access.REFERRAL_SERVICE, 160))
        .contains("-XX:TieredStopAtLevel=1", "-Xmx160m")
        .noneMatch(flag -> flag.startsWith("-Xmn"));
  }

  @Test
  void everyFlagIsGivenOnce() {
    assertThat(JavaMachine.flags(Access.INCIDENT_SERVICE, 160))
        .extracting(flag -> flag.replaceAll("[=0-9].*", ""))
        .doesNotHaveDuplicates();
  }
}
