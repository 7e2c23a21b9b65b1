package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.eventing.seal.Seal;
import org.warmhandoff.incident.BlindIndex.Kind;

class PersonKeysetTest {

  private static final Personal NAME = Personal.of("Made Up Person");

  @TempDir Path folder;

  private final UUID person = UUID.randomUUID();

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Seal master = master("one");
    PersonKeyset keyset = PersonKeyset.generate(person);
    byte[] ciphertext = keyset.encrypt(VaultField.NAME, NAME);
    assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1)).doesNotContain("Made Up");
    PersonKeyset reopened = PersonKeyset.unwrap(master, person, keyset.wrap(master));
    assertThat(reopened.decrypt(VaultField.NAME, ciphertext)).isEqualTo(NAME);
  }

  @Test
  void aCiphertextIsBoundToItsField() {
    PersonKeyset keyset = PersonKeyset.generate(person);
    byte[] ciphertext = keyset.encrypt(VaultField.NAME, NAME);
    assertThatThrownBy(() -> keyset.decrypt(VaultField.PHONE, ciphertext))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("Made Up");
  }

  @Test
  void aKeysetIsBoundToItsPersonAndToTheMasterKey() throws Exception {
    Seal master = master("one");
    Seal other = master("two");
    byte[] wrapped = PersonKeyset.generate(person).wrap(master);
    assertThatThrownBy(() -> PersonKeyset.unwrap(master, UUID.randomUUID(), wrapped))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PersonKeyset.unwrap(other, person, wrapped))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCiphertextIsBoundToItsPersonEvenUnderTheSameKeys() throws Exception {
    Seal master = master("one");
    PersonKeyset keyset = PersonKeyset.generate(person);
    byte[] ciphertext = keyset.encrypt(VaultField.NAME, NAME);
    UUID another = UUID.randomUUID();
    byte[] moved =
        master.seal(
            master.open(keyset.wrap(master), "person-keyset/" + person),
            "person-keyset/" + another);
    PersonKeyset stolen = PersonKeyset.unwrap(master, another, moved);
    assertThatThrownBy(() -> stolen.decrypt(VaultField.NAME, ciphertext))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDigestDependsOnItsKeyItsKindAndWhereItsPartsEnd() {
    SecretKeySpec key = new SecretKeySpec(new byte[32], "HmacSHA256");
    byte[] another = new byte[32];
    another[0] = 1;
    Digest digest = BlindIndex.digest(key, Kind.RECORD_NUMBER, "ab", "c");
    assertThat(BlindIndex.digest(key, Kind.RECORD_NUMBER, "ab", "c")).isEqualTo(digest);
    assertThat(BlindIndex.digest(key, Kind.RECORD_NUMBER, "a", "bc")).isNotEqualTo(digest);
    assertThat(BlindIndex.digest(key, Kind.REFERENCE, "ab", "c")).isNotEqualTo(digest);
    assertThat(
            BlindIndex.digest(
                new SecretKeySpec(another, "HmacSHA256"), Kind.RECORD_NUMBER, "ab", "c"))
        .isNotEqualTo(digest);
  }

  @Test
  void nothingPersonalShowsItself() {
    ReportedPerson reported =
        new ReportedPerson(
            Personal.of("ref"),
            org.warmhandoff.contracts.PartyRole.VICTIM,
            java.util.Map.of(VaultField.NAME, NAME),
            null);
    assertThat(reported.toString()).contains("[personal]").doesNotContain("Made Up", "ref]");
  }

  private Seal master(String name) throws GeneralSecurityException, IOException {
    AeadConfig.register();
    Path file = folder.resolve(name + ".json");
    Files.writeString(
        file,
        TinkJsonProtoKeysetFormat.serializeKeyset(
            KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
            InsecureSecretKeyAccess.get()));
    return new Seal(file);
  }
}
