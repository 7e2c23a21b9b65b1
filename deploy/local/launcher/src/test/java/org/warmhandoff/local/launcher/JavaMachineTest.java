package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;

class JavaMachineTest {

  @Test
  void intakeAloneHasTheSecondCompilerAndRoomForPostsThatWait() {
    assertThat(flags(Access.INCIDENT_SERVICE))
        .contains("-XX:TieredStopAtLevel=4", "-Xmn96m", "-XX:SurvivorRatio=4", "-Xmx192m")
        .doesNotContain("-XX:TieredStopAtLevel=1");
    assertThat(flags(Access.REFERRAL_SERVICE))
        .contains("-XX:TieredStopAtLevel=1", "-Xmx160m")
        .noneMatch(flag -> flag.startsWith("-Xmn"));
  }

  @Test
  void everyFlagIsGivenOnce() {
    assertThat(flags(Access.INCIDENT_SERVICE))
        .extracting(flag -> flag.replaceAll("[=0-9].*", ""))
        .doesNotHaveDuplicates();
  }

  private static List<String> flags(String service) {
    return JavaMachine.flags(service, JavaMachine.heapMegabytes(service));
  }
}
