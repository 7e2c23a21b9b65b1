package org.warmhandoff.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/**
 * The key tokens are signed with: made here, because the one in the library's jar is public, and
 * kept in the data folder, because tokens and sessions must survive a restart.
 */
final class SigningKey {

  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;
  private static final int BITS = 2048;

  private SigningKey() {}

  static JWK in(Path folder) throws IOException {
    Path file = folder.resolve("signing-key.json");
    try {
      if (Files.exists(file)) {
        return JWK.parse(Files.readString(file));
      }
      JWK key =
          new RSAKeyGenerator(BITS)
              .keyID(Identity.ISSUER)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(ALGORITHM)
              .generate();
      // Written aside and moved, so that a crash cannot leave half a key.
      Path draft =
          Files.createTempFile(
              folder,
              "signing-key",
              ".draft",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, key.toJSONString());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return key;
    } catch (ParseException | JOSEException e) {
      throw new IOException("no usable signing key in " + file, e);
    }
  }
}
