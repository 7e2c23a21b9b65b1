package org.warmhandoff.eventing.seal;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Authenticated encryption under the service's master key. The context is bound to the sealed
 * bytes: what was sealed for one row cannot be opened as another.
 */
@Startup
@Singleton
public class Seal {

  private final MasterKey master;

  /**
   * @param own a key management service's key, where the installation has one
   * @param keyFile otherwise: Tink JSON keyset, readable by this service alone
   */
  @Inject
  Seal(
      Instance<MasterKey> own,
      @ConfigProperty(name = "handoff.master-key-file") Optional<Path> keyFile) {
    // of two there is no telling which one sealed what is there: then nothing starts
    this(own.isUnsatisfied() ? inFile(keyFile) : own.get());
  }

  private static MasterKey inFile(Optional<Path> keyFile) {
    return new FileMasterKey(
        keyFile.orElseThrow(
            () ->
                new IllegalStateException(
                    "handoff.master-key-file (HANDOFF_MASTER_KEY_FILE) names no key file:"
                        + " nothing could be sealed")));
  }

  /** Reads the key file. */
  public Seal(Path keyFile) {
    this(new FileMasterKey(keyFile));
  }

  /** Seals under this key. */
  public Seal(MasterKey master) {
    this.master = master;
  }

  /**
   * Seals bytes.
   *
   * @param context names what they are and of which row; the same is needed to open them
   */
  public byte[] seal(byte[] plain, String context) {
    return master.wrap(plain, context);
  }

  /**
   * Opens what was sealed in the same context.
   *
   * @throws IllegalArgumentException where the bytes, the context or the key are others
   */
  public byte[] open(byte[] sealed, String context) {
    return master.unwrap(sealed, context);
  }

  /** The first bytes of everything that is sealed under the newest key. */
  public byte[] mark() {
    return master.mark();
  }

  /** Whether this is sealed under the newest key. */
  public boolean isCurrent(byte[] sealed) {
    byte[] mark = master.mark();
    return sealed.length >= mark.length && Arrays.equals(mark, Arrays.copyOf(sealed, mark.length));
  }

  /**
   * The same content under the newest key.
   *
   * @throws IllegalArgumentException as {@link #open}
   */
  public byte[] reseal(byte[] sealed, String context) {
    return isCurrent(sealed) ? sealed : seal(open(sealed, context), context);
  }
}
