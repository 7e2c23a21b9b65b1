package org.warmhandoff.eventing.outbox;

import org.jspecify.annotations.Nullable;

/**
 * How far the relay is.
 *
 * @param epoch of the leader that moves it
 * @param from everything this snapshot sees is published
 * @param to where a large window ends that is being drained page by page; null between windows
 * @param lastSeq the last published row of that window
 */
record Cursor(long epoch, SnapshotWindow from, @Nullable SnapshotWindow to, long lastSeq) {

  Cursor at(SnapshotWindow published) {
    return new Cursor(epoch, published, null, 0);
  }

  Cursor within(SnapshotWindow window, long seq) {
    return new Cursor(epoch, from, window, seq);
  }
}
