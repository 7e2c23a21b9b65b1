package org.warmhandoff.incident.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.eventing.seal.Resealing;
import org.warmhandoff.eventing.seal.Seal;
import org.warmhandoff.eventing.seal.SealedPlace;
import org.warmhandoff.testbed.WithStack;

/** A master key is taken away while the service runs, and nothing is lost. */
@QuarkusTest
@WithStack("incident-service")
class ResealingTest {

  private static final int ROWS = 230;
  private static final SealedPlace PLACE =
      SealedPlace.byId("resealing_probe", "sealed", "'probe/' || id");

  @TempDir private Path folder;

  @Inject DataSource database;
  @Inject Resealing resealing;
  @Inject Seal seal;

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void whatTheOldKeySealedIsSealedAnewAFewRowsAtATimeAndAgainAfterAnEnd() throws Exception {
    AeadConfig.register();
    KeysetHandle old = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    KeysetHandle both = KeysetHandle.newBuilder(old).addEntry(fresh()).build();
    KeysetHandle newest = KeysetHandle.newBuilder(both).deleteAt(0).build();
    Doors.SQL.run("drop table if exists resealing_probe");
    Doors.SQL.run("create table resealing_probe (id uuid primary key, sealed bytea)");
    Doors.SQL.run("grant select, update on resealing_probe to incident_app");
    Seal before = new Seal(file("old", old));
    for (int i = 0; i < ROWS; i++) {
      UUID id = UUID.randomUUID();
      Doors.SQL.run(
          "insert into resealing_probe values (?, ?)",
          id,
          before.seal(("row " + id).getBytes(UTF_8), "probe/" + id));
    }
    Doors.SQL.run("insert into resealing_probe values (?, null)", UUID.randomUUID());
    Seal during = new Seal(file("both", both));
    Resealing some = new Resealing(database, during, List.of(PLACE));
    AtomicInteger asked = new AtomicInteger();
    Resealing.Pass first = some.pass(() -> asked.incrementAndGet() <= 2);
    assertThat(first.whole()).isFalse();
    assertThat(first.resealed()).isEqualTo(100);
    Resealing afterAnEnd = new Resealing(database, during, List.of(PLACE));
    assertThat(afterAnEnd.pass(() -> true)).isEqualTo(new Resealing.Pass(ROWS - 100, 0, true));
    assertThat(afterAnEnd.pass(() -> true).foundNothing()).isTrue();
    Seal after = new Seal(file("newest", newest));
    for (Map<String, @Nullable Object> row :
        Doors.SQL.rows("select * from resealing_probe where sealed is not null")) {
      byte[] sealed = (byte[]) java.util.Objects.requireNonNull(row.get("sealed"));
      assertThat(new String(after.open(sealed, "probe/" + row.get("id")), UTF_8))
          .isEqualTo("row " + row.get("id"));
      assertThatThrownBy(() -> before.open(sealed, "probe/" + row.get("id")))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Resealing(database, seal, List.of(PLACE)).pass(() -> true).unreadable())
        .isEqualTo(ROWS);
    Doors.SQL.run("drop table resealing_probe");
  }

  @Test
  void everyPlaceOfTheServiceIsReadAndOpensInTheContextItNames() throws Exception {
    reported("cad-windsor", report(newNumber()).put("note", "kept beside"));
    Resealing.Pass pass = resealing.pass(() -> true);
    assertThat(pass.whole()).isTrue();
    assertThat(pass.unreadable()).isZero();
    for (SealedPlace place : resealing.places()) {
      for (Map<String, @Nullable Object> row :
          Doors.SQL.rows(
              "select %s as context, %s as sealed from %s where length(%s) > 0 limit 20"
                  .formatted(place.context(), place.column(), place.table(), place.column()))) {
        byte[] sealed = (byte[]) java.util.Objects.requireNonNull(row.get("sealed"));
        assertThat(seal.open(sealed, String.valueOf(row.get("context")))).isNotEmpty();
      }
      // The service's own role must be allowed to write it.
      assertThat(
              Doors.SQL.count(
                  "select count(*) where has_column_privilege('incident_app', '%s', '%s', 'update')"
                      .formatted(place.table(), place.column())))
          .as(place.toString())
          .isOne();
    }
    assertThat(resealing.places()).hasSize(7);
  }

  private static KeysetHandle.Builder.Entry fresh() throws GeneralSecurityException {
    return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
        .withRandomId()
        .makePrimary();
  }

  private Path file(String name, KeysetHandle keys) throws GeneralSecurityException, IOException {
    return Files.writeString(
        folder.resolve(name),
        TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
  }
}
