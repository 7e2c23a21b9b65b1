package org.warmhandoff.eventing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Authenticated encryption under the service's master key (Tink AEAD). The context is bound to the
 * sealed bytes: what was sealed for one row cannot be opened as another.
 */
@Startup
@Singleton
public class Seal {

  private final Aead aead;

  /**
   * @param keyFile Tink JSON keyset, readable by this service alone
   */
  @Inject
  Seal(@ConfigProperty(name = "handoff.master-key-file") Optional<Path> keyFile) {
    this(
        keyFile.orElseThrow(
            () ->
                new IllegalStateException(
                    "handoff.master-key-file (HANDOFF_MASTER_KEY_FILE) names no key file:"
                        + " nothing could be sealed")));
  }

  /** Reads the key file. */
  public Seal(Path keyFile) {
    try {
      AeadConfig.register();
      KeysetHandle keys =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(keyFile), InsecureSecretKeyAccess.get());
      aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the master key file " + keyFile + " cannot be used", e);
    }
  }

  /**
   * Seals bytes.
   *
   * @param context names what they are and of which row; the same is needed to open them
   */
  public byte[] seal(byte[] plain, String context) {
    try {
      return aead.encrypt(plain, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal", e);
    }
  }

  /**
   * Opens what was sealed in the same context.
   *
   * @throws IllegalArgumentException where the bytes, the context or the key are others
   */
  public byte[] open(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("sealed in another context or under another key", e);
    }
  }
}
