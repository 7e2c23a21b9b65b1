package org.warmhandoff.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.warmhandoff.faults.proxy.Proxy.Direction;

@Timeout(30)
class ProxyTest {

  private static final String HELLO = "user\0incident_app\0database\0incident\0\0";

  private final ServerSocket server = echo();
  private Proxy proxy = Proxy.open(server.getLocalPort(), new PostgresProtocol());

  @BeforeEach
  void fresh() {
    proxy.close();
    proxy = Proxy.open(server.getLocalPort(), new PostgresProtocol());
  }

  @AfterEach
  void end() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void passesOnWhatIsSaid() throws IOException {
    try (Socket client = connect()) {
      assertThat(echoOf(client, HELLO)).isEqualTo(HELLO);
      assertThat(echoOf(client, "more")).isEqualTo("more");
    }
  }

  @Test
  void holdsBackOneDirectionOfOneClientUntilHealed() throws IOException {
    for (Direction direction : Direction.values()) {
      try (Socket client = connect();
          Socket other = connect()) {
        assertThat(echoOf(client, HELLO)).isEqualTo(HELLO);
        assertThat(echoOf(other, HELLO.replace("incident", "referral"))).contains("referral");
        proxy.block("incident", direction);

        client.setSoTimeout(200);
        assertThatThrownBy(() -> echoOf(client, "held")).isInstanceOf(SocketTimeoutException.class);
        assertThat(echoOf(other, "flows")).isEqualTo("flows");

        proxy.heal();
        client.setSoTimeout(10_000);
        assertThat(read(client, 4)).isEqualTo("held");
      }
    }
  }

  @Test
  void cutsTheConnectionsOfOneClient() throws IOException {
    try (Socket client = connect();
        Socket other = connect()) {
      assertThat(echoOf(client, HELLO)).isEqualTo(HELLO);
      assertThat(echoOf(other, HELLO.replace("incident", "referral"))).contains("referral");

      proxy.cut("incident");

      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(echoOf(other, "flows")).isEqualTo("flows");
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getByName("127.0.0.1"), proxy.port());
    client.setSoTimeout(10_000);
    return client;
  }

  private static String echoOf(Socket client, String said) throws IOException {
    client.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
    return read(client, said.length());
  }

  private static String read(Socket client, int length) throws IOException {
    return new String(client.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  private static ServerSocket echo() {
    try {
      ServerSocket server = new ServerSocket();
      server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
      Thread.ofVirtual()
          .start(
              () -> {
                while (!server.isClosed()) {
                  try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> repeat(socket));
                  } catch (IOException closed) {
                    return;
                  }
                }
              });
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void repeat(Socket socket) {
    try (socket;
        InputStream in = socket.getInputStream()) {
      in.transferTo(socket.getOutputStream());
    } catch (IOException cut) {
      // that is what is tested
    }
  }
}
