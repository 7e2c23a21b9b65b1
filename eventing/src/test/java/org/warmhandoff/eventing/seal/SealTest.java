package org.warmhandoff.eventing.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

  private static final byte[] PLAIN = "call from the neighbour".getBytes(UTF_8);

  @TempDir private Path folder;

  @BeforeAll
  static void tink() throws GeneralSecurityException {
    AeadConfig.register();
  }

  @Test
  void opensInTheSameContextOnly() throws Exception {
    Seal seal = new Seal(keyFile("a"));
    byte[] sealed = seal.seal(PLAIN, "note/1");
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("neighbour");
    assertThat(seal.open(sealed, "note/1")).isEqualTo(PLAIN);
    assertThatThrownBy(() -> seal.open(sealed, "note/2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void opensUnderTheSameKeyOnly() throws Exception {
    byte[] sealed = new Seal(keyFile("a")).seal(PLAIN, "note/1");
    assertThat(new Seal(folder.resolve("a")).open(sealed, "note/1")).isEqualTo(PLAIN);
    Seal other = new Seal(keyFile("b"));
    assertThatThrownBy(() -> other.open(sealed, "note/1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhichFileIsNoKey() throws IOException {
    Path file = Files.writeString(folder.resolve("none"), "{}");
    assertThatThrownBy(() -> new Seal(file)).hasMessageContaining(file.toString());
  }

  @Test
  void aNewPrimaryKeySealsWhileTheServiceRunsAndTheOldOneStillOpens() throws Exception {
    KeysetHandle first = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    Path file = write("r", first);
    Seal seal = new Seal(file);
    byte[] old = seal.seal(PLAIN, "note/1");
    assertThat(seal.isCurrent(old)).isTrue();

    KeysetHandle both = rotated(first);
    write("r", both);
    await(() -> !seal.isCurrent(old));
    byte[] fresh = seal.seal(PLAIN, "note/2");
    assertThat(seal.isCurrent(fresh)).isTrue();
    assertThat(seal.open(old, "note/1")).isEqualTo(PLAIN);
    assertThat(new Seal(file).open(fresh, "note/2")).isEqualTo(PLAIN);

    byte[] resealed = seal.reseal(old, "note/1");
    assertThat(seal.isCurrent(resealed)).isTrue();
    assertThat(seal.reseal(resealed, "note/1")).isSameAs(resealed);
    assertThatThrownBy(() -> seal.reseal(old, "note/2"))
        .isInstanceOf(IllegalArgumentException.class);

    write("r", KeysetHandle.newBuilder(both).deleteAt(0).build());
    await(() -> cannotOpen(seal, old));
    assertThat(seal.open(resealed, "note/1")).isEqualTo(PLAIN);
    assertThat(seal.open(fresh, "note/2")).isEqualTo(PLAIN);
  }

  @Test
  void whatIsSealedByOneWhoKnowsTheNewKeyIsOpenedByOneWhoDidNotLookYet() throws Exception {
    KeysetHandle first = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    Path file = write("s", first);
    Seal late = new Seal(file);
    write("s", rotated(first));
    byte[] sealed = new Seal(file).seal(PLAIN, "note/1");
    assertThat(late.open(sealed, "note/1")).isEqualTo(PLAIN);
  }

  @Test
  void aSpoiltFileLeavesTheKeysAsTheyWere() throws Exception {
    Path file = keyFile("t");
    Seal seal = new Seal(file);
    byte[] sealed = seal.seal(PLAIN, "note/1");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> seal.open(sealed, "another"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(seal.open(sealed, "note/1")).isEqualTo(PLAIN);
    Files.delete(file);
    assertThat(seal.open(seal.seal(PLAIN, "note/2"), "note/2")).isEqualTo(PLAIN);
  }

  @Test
  void anInstallationsOwnKeyServiceIsUsed() {
    byte[] mark = {7};
    Seal seal =
        new Seal(
            new MasterKey() {
              @Override
              public byte[] wrap(byte[] plain, String context) {
                return (((char) 7) + context + "|" + new String(plain, UTF_8)).getBytes(UTF_8);
              }

              @Override
              public byte[] unwrap(byte[] wrapped, String context) {
                return new String(wrapped, UTF_8).substring(context.length() + 2).getBytes(UTF_8);
              }

              @Override
              public byte[] mark() {
                return mark.clone();
              }
            });
    byte[] sealed = seal.seal(PLAIN, "c");
    assertThat(seal.isCurrent(sealed)).isTrue();
    assertThat(seal.open(sealed, "c")).isEqualTo(PLAIN);
    assertThat(seal.isCurrent(new byte[0])).isFalse();
  }

  private static KeysetHandle rotated(KeysetHandle keys) throws GeneralSecurityException {
    KeysetHandle.Builder more = KeysetHandle.newBuilder(keys);
    more.addEntry(
        KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .withRandomId()
            .makePrimary());
    return more.build();
  }

  private static boolean cannotOpen(Seal seal, byte[] sealed) {
    try {
      seal.open(sealed, "note/1");
      return false;
    } catch (IllegalArgumentException gone) {
      return true;
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(20_000_000L);
    }
  }

  private Path write(String name, KeysetHandle keys) throws GeneralSecurityException, IOException {
    Path beside =
        Files.writeString(
            folder.resolve(name + ".new"),
            TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    return Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path keyFile(String name) throws GeneralSecurityException, IOException {
    KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    return Files.writeString(
        folder.resolve(name),
        TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
  }
}
