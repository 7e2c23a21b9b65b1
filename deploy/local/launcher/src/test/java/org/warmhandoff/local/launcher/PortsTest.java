package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void oneNumberMovesAllOfThem() {
    assertThat(new Ports(8080).byName().values())
        .containsExactly(8080, 8081, 8082, 8083, 8084, 8085, 8086, 8087, 8092, 8093, 8432);
    assertThat(new Ports(9080).database()).isEqualTo(9432);
    assertThatThrownBy(() -> new Ports(80)).isInstanceOf(Trouble.class);
  }

  @Test
  void aTakenPortIsNamedWithWhatItIsForAndWhoHasIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(taken.getLocalPort());
      var refusal =
          assertThatThrownBy(() -> ports.mustBeFree(List.of()))
              .isInstanceOf(Trouble.class)
              .hasMessageContaining(taken.getLocalPort() + " (front door) is taken")
              .hasMessageContaining("--port-base");
      if (Files.isReadable(Path.of("/proc/net/tcp"))) {
        refusal.hasMessageContaining("by process " + ProcessHandle.current().pid());
      }
    }
  }

  @Test
  void aPortThatWillBeTakenOverMayBeHeld() throws Exception {
    try (ServerSocket database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(database.getLocalPort() - 352);
      Throwable refusal = catchThrowable(() -> ports.mustBeFree(List.of(database.getLocalPort())));
      // Another program may hold one of the other ports at this moment, but that is not the point.
      if (refusal != null) {
        assertThat(refusal).hasMessageNotContaining("(PostgreSQL)");
      }
    }
  }
}
