package org.warmhandoff.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08000", "08001", "08003", "08006", "08P01", "40001", "40P01", "40003", "55P03", "57P01",
        "57P02", "57P03", "57P05", "53100", "53200", "53300", "53400", "58000", "58030", "25006"
      })
  void theDatabasesOwnTroublesPass(String state) {
    assertThat(Failures.pass(wrapped(new SQLException("", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22001", "22003", "22P02", "23502", "23503", "23505", "23514", "42501", "42703", "42P01",
        "57014", "P0001", "25P02", "0A000"
      })
  void theRecordsTroublesDoNot(String state) {
    assertThat(Failures.pass(wrapped(new SQLException("", state)))).isFalse();
  }

  @Test
  void lostConnectionsPassWhateverTheyAreCalled() {
    assertThat(Failures.pass(new SQLTransientConnectionException())).isTrue();
    assertThat(Failures.pass(new JDBCConnectionException("", new SQLException()))).isTrue();
    assertThat(Failures.pass(wrapped(new SQLException("Sorry, acquisition timeout!")))).isTrue();
    assertThat(Failures.pass(wrapped(new SQLException("This connection is closed")))).isTrue();
  }

  @Test
  void aRaceLostPasses() {
    assertThat(Failures.pass(wrapped(new OptimisticLockException()))).isTrue();
  }

  @Test
  void looksBehindBatchesAndSuppressed() {
    BatchUpdateException batch = new BatchUpdateException(new int[0]);
    batch.setNextException(new SQLException("", "40P01"));
    assertThat(Failures.pass(batch)).isTrue();
    IllegalStateException outer = new IllegalStateException();
    outer.addSuppressed(new SQLException("", "08006"));
    assertThat(Failures.pass(outer)).isTrue();
  }

  @Test
  void aFaultOfTheProgramDoesNotPass() {
    assertThat(Failures.pass(new NullPointerException())).isFalse();
    assertThat(Failures.pass(wrapped(new IOException()))).isFalse();
    assertThat(
            Failures.pass(
                new ConstraintViolationException("", new SQLException("", "23505"), "unique")))
        .isFalse();
  }

  @Test
  void endsOnCausesThatGoInCircles() {
    Exception a = new Exception("a");
    Exception b = new Exception("b", a);
    a.initCause(b);
    assertThat(Failures.pass(a)).isFalse();
  }

  @Test
  void theReasonIsACodeAndNoMessage() {
    assertThat(Failures.reason(wrapped(new SQLException("Key (name)=(Jane)", "23505"))))
        .isEqualTo("java.sql.SQLException:23505");
    assertThat(Failures.reason(new IllegalArgumentException("Jane")))
        .isEqualTo("java.lang.IllegalArgumentException");
  }

  private static RuntimeException wrapped(Exception cause) {
    return new IllegalStateException(new PersistenceException(cause));
  }
}
