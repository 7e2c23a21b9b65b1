package org.warmhandoff.incident;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.warmhandoff.eventing.seal.Seal;

/**
 * The data key of one person (AES-256-GCM). A field's ciphertext is bound to the person and to the
 * field, so that it cannot be moved to another row or column and still be read.
 */
final class PersonKeyset {

  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException noAead) {
      throw new ExceptionInInitializerError(noAead);
    }
  }

  private final UUID person;
  private final KeysetHandle keyset;
  private final Aead aead;

  private PersonKeyset(UUID person, KeysetHandle keyset) throws GeneralSecurityException {
    this.person = person;
    this.keyset = keyset;
    this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  static PersonKeyset generate(UUID person) {
    try {
      return new PersonKeyset(
          person, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a person's keyset could not be made", broken);
    }
  }

  /**
   * Opens a stored keyset.
   *
   * @throws IllegalStateException where it was wrapped for another person or under another master
   *     key
   */
  static PersonKeyset unwrap(Seal master, UUID person, byte[] wrapped) {
    byte[] plain = master.open(wrapped, context(person));
    try {
      return new PersonKeyset(
          person, TinkProtoKeysetFormat.parseKeyset(plain, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a person's keyset could not be read", broken);
    }
  }

  /** The keyset as it may be stored. */
  byte[] wrap(Seal master) {
    try {
      byte[] plain = TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
      return master.seal(plain, context(person));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a person's keyset could not be written", broken);
    }
  }

  byte[] encrypt(VaultField field, Personal value) {
    return encrypt(field.name(), value);
  }

  /**
   * Encrypts something of the person's that is no field.
   *
   * @param what names it, and the row it stands in
   */
  byte[] encrypt(String what, Personal value) {
    try {
      return aead.encrypt(value.reveal().getBytes(StandardCharsets.UTF_8), associated(what));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a field could not be encrypted", broken);
    }
  }

  /**
   * Reads a field.
   *
   * @throws IllegalStateException where the ciphertext is another person's or another field's
   */
  Personal decrypt(VaultField field, byte[] ciphertext) {
    return decrypt(field.name(), ciphertext);
  }

  Personal decrypt(String what, byte[] ciphertext) {
    try {
      return Personal.of(
          new String(aead.decrypt(ciphertext, associated(what)), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a field could not be read", broken);
    }
  }

  private byte[] associated(String what) {
    return (person + "/" + what).getBytes(StandardCharsets.UTF_8);
  }

  private static String context(UUID person) {
    return "person-keyset/" + person;
  }
}
