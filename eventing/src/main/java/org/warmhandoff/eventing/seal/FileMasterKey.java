package org.warmhandoff.eventing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A Tink JSON keyset in a file that only its service can read. The file may be replaced while the
 * service runs (written beside and renamed over it): its primary key wraps from then on, every key
 * in it unwraps. A file that cannot be read leaves the keys as they were.
 */
final class FileMasterKey implements MasterKey {

  private static final Logger LOG = Logger.getLogger(FileMasterKey.class);

  /** How long a replaced file may go unnoticed. */
  private static final long NOTICED_WITHIN = Duration.ofMillis(500).toNanos();

  /** Tink's mark of a key: one byte of version, four of the key's number. */
  private static final byte TINK = 1;

  private static final int MARK = 5;

  private final Path file;
  private volatile Keys keys;
  private volatile long looked;
  private boolean unreadable;

  /** The keys of one state of the file. */
  private record Keys(String json, Aead aead, byte[] mark) {}

  /**
   * Reads the file.
   *
   * @throws IllegalStateException where it is no keyset
   */
  FileMasterKey(Path file) {
    this.file = file;
    try {
      AeadConfig.register();
      this.keys = read(Files.readString(file));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the master key file " + file + " cannot be used", e);
    }
    this.looked = System.nanoTime();
  }

  private static Keys read(String json) throws GeneralSecurityException {
    KeysetHandle handle =
        TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    return new Keys(
        json,
        handle.getPrimitive(RegistryConfiguration.get(), Aead.class),
        ByteBuffer.allocate(MARK).put(TINK).putInt(handle.getPrimary().getId()).array());
  }

  @Override
  public byte[] wrap(byte[] plain, String context) {
    try {
      return current().aead().encrypt(plain, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal", e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String context) {
    Keys tried = current();
    try {
      return tried.aead().decrypt(wrapped, context.getBytes(UTF_8));
    } catch (GeneralSecurityException notByThese) {
      // Another process may have noticed a new key before this one did.
      Keys now = look();
      if (now != tried) {
        return unwrap(now, wrapped, context);
      }
      throw foreign(notByThese);
    }
  }

  private static byte[] unwrap(Keys keys, byte[] wrapped, String context) {
    try {
      return keys.aead().decrypt(wrapped, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw foreign(e);
    }
  }

  private static IllegalArgumentException foreign(GeneralSecurityException e) {
    return new IllegalArgumentException("sealed in another context or under another key", e);
  }

  @Override
  public byte[] mark() {
    return current().mark().clone();
  }

  private Keys current() {
    return System.nanoTime() - looked < NOTICED_WITHIN ? keys : look();
  }

  private synchronized Keys look() {
    looked = System.nanoTime();
    try {
      String json = Files.readString(file);
      unreadable = false;
      if (!json.equals(keys.json())) {
        keys = read(json);
        LOG.info("the master key file was replaced; its primary key seals from now on");
      }
    } catch (IOException | GeneralSecurityException e) {
      if (!unreadable) {
        unreadable = true;
        LOG.errorf("the master key file cannot be read (%s); its keys are kept", e.getClass());
      }
    }
    return keys;
  }
}
