package org.warmhandoff.local.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * Serves the issuer {@code http://<Host>/identity}: the host and port are those of the request, so
 * that browser and services see one issuer when the front door passes the Host header on.
 *
 * <p>Arguments: data folder (for the signing key), port on the loopback interface.
 */
public final class Identity {

  /** First path segment, and so the end of the issuer's URL. */
  static final String ISSUER = "identity";

  private Identity() {}

  /**
   * Prints {@code READY identity http://localhost:<port>/identity} on standard output when it
   * serves.
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: Identity <data folder> <port>");
    }
    Path folder = Path.of(args[0]).toAbsolutePath();
    int port = Integer.parseInt(args[1]);
    Files.createDirectories(folder);

    Directory directory = Directory.demo();
    OAuth2TokenProvider tokens =
        new OAuth2TokenProvider(
            new KeyProvider(List.of(SigningKey.in(folder)), SigningKey.ALGORITHM.getName()));
    NettyWrapper server = new NettyWrapper();
    OAuth2HttpRequestHandler provider =
        new OAuth2HttpRequestHandler(
            new OAuth2Config(
                true, null, null, false, tokens, Set.of(new Claims(directory)), server));
    Doors doors = new Doors(directory, provider.getAuthorizationServer());

    server.start(InetAddress.getLoopbackAddress(), port, doors::answer);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "identity-shutdown"));
    System.out.println("READY identity http://localhost:" + port + "/" + ISSUER);
  }
}
