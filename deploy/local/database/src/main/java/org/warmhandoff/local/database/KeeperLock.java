package org.warmhandoff.local.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One keeper a folder. A leftover server is stopped at the start; without this a second keeper
 * would take the server of a first one that is alive for a leftover. The kernel lets go of it when
 * the keeper is killed.
 */
final class KeeperLock {

  /** Held for the life of the process: a channel that is collected would let go of the lock. */
  private static @Nullable FileLock held;

  private KeeperLock() {}

  static synchronized void take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("keeper.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    held = channel.tryLock();
    if (held == null) {
      channel.close();
      throw new IllegalStateException("another process keeps the database in " + folder);
    }
  }
}
