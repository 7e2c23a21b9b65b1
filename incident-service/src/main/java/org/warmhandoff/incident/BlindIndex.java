package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.OneColumn;
import org.warmhandoff.eventing.seal.Seal;

/**
 * Keyed digests (HMAC-SHA-256): what is equal is found again without its content being stored. The
 * key is the vault's own, sealed under the master key, so that rotating the master key leaves every
 * index as it is.
 */
@ApplicationScoped
public class BlindIndex {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String KEY = "blind-index";
  private static final int KEY_BYTES = 32;

  /** The first start of a service makes the key; of two first starts at once, one counts. */
  private static final String MAKE =
      "insert into vault_key (name, sealed) values (:name, :sealed) on conflict (name) do nothing";

  /** Every start reads the one key there is. */
  private static final String READ = "select sealed from vault_key where name = :name";

  private final EntityManager entities;
  private final Seal master;
  private volatile @Nullable Mac ready;

  BlindIndex(EntityManager entities, Seal master) {
    this.entities = entities;
    this.master = master;
  }

  /**
   * What is digested; equal values of two kinds have different digests. A kind's place is part of
   * its digests: new ones come last.
   */
  public enum Kind {
    CONTENT,
    RECORD_NUMBER,
    REFERENCE,
    IDEMPOTENCY_KEY,
    STAFF_NAME,
    NAME_AND_BIRTH_DATE,
    SOUND_AND_BIRTH_DATE,
    GIVEN_NAME_AND_BIRTH_DATE,
    PHONE,
    ADDRESS
  }

  /** Reads the key, or makes it at the very first start; within the caller's transaction. */
  public void prepare() {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    entities
        .createNativeQuery(MAKE)
        .setParameter("name", KEY)
        .setParameter("sealed", master.seal(fresh, "vault-key/" + KEY))
        .executeUpdate();
    List<byte[]> sealed =
        OneColumn.of(entities, READ, "sealed", byte[].class)
            .setParameter("name", KEY)
            .getResultList();
    byte[] stored = master.open(sealed.getFirst(), "vault-key/" + KEY);
    ready = mac(new SecretKeySpec(stored, ALGORITHM));
  }

  /** The digest of these parts, in this order. */
  public Digest of(Kind kind, String... parts) {
    Mac mac = ready;
    if (mac == null) {
      throw new IllegalStateException("the vault is not open yet");
    }
    try {
      return digest((Mac) mac.clone(), kind, parts);
    } catch (CloneNotSupportedException broken) {
      throw new IllegalStateException("the digest could not be made", broken);
    }
  }

  static Digest digest(SecretKeySpec key, Kind kind, String... parts) {
    return digest(mac(key), kind, parts);
  }

  private static Digest digest(Mac mac, Kind kind, String... parts) {
    mac.update((byte) kind.ordinal());
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      mac.update(bytes);
    }
    return Digest.of(mac.doFinal());
  }

  /** Keyed and ready: a copy of it is made for each digest, since to key one takes far longer. */
  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the digest could not be made", broken);
    }
  }
}
