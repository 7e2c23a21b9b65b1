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
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

  private static final byte[] PLAIN = "call from the neighbour".getBytes(UTF_8);

  @TempDir private Path folder;

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

  private Path keyFile(String name) throws GeneralSecurityException, IOException {
    AeadConfig.register();
    KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    return Files.writeString(
        folder.resolve(name),
        TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
  }
}
