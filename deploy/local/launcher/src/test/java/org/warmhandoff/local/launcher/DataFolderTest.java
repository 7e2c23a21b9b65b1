package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void aNewFolderCarriesThisReleaseAndIsForItsOwnerOnly() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("new"));
    data.open();
    assertThat(data.releaseFile()).hasContent(DataFolder.RELEASE + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
        .isEqualTo("rwx------");
  }

  @Test
  void anOlderReleasesFolderStartsAndIsRaised() throws Exception {
    DataFolder data = new DataFolder(folder);
    Files.writeString(data.releaseFile(), "0\n");
    data.open();
    assertThat(data.releaseFile()).hasContent(DataFolder.RELEASE + "\n");
  }

  @Test
  void aNewerReleasesFolderIsRefusedAndLeftAlone() throws Exception {
    DataFolder data = new DataFolder(folder);
    Files.writeString(data.releaseFile(), (DataFolder.RELEASE + 1) + "\n");
    assertThatThrownBy(data::open)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("newer release")
        .hasMessageContaining("Nothing was changed");
    assertThat(data.releaseFile()).hasContent((DataFolder.RELEASE + 1) + "\n");
    assertThat(data.logs()).doesNotExist();
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertThatThrownBy(new DataFolder(folder)::open)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("was not made by Warm Handoff");
  }

  @Test
  void secretsAreMadeOnceAndReadByTheirOwnerOnly() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("new"));
    data.open();
    Secrets first = Secrets.in(data.secrets());
    String password = first.password("kafka.admin");
    Path key = first.masterKey("incident-service");
    String keyset = Files.readString(key);

    Secrets second = Secrets.in(data.secrets());
    assertThat(second.password("kafka.admin")).isEqualTo(password).hasSizeGreaterThan(30);
    assertThat(Files.readString(second.masterKey("incident-service"))).isEqualTo(keyset);
    assertThat(keyset).contains("AesGcmKey");
    for (Path file : new Path[] {key, data.secrets().resolve("passwords.json")}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }
}
