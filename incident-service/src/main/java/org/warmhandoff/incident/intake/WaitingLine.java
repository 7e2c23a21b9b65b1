package org.warmhandoff.incident.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Posts in the order they came in. Several may take from it at once; of one incident only one at a
 * time does, so that its posts keep their order and no two writers wait for each other over it.
 */
final class WaitingLine {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Taker> idle = new ArrayList<>();
  private final LinkedList<Waiting> line = new LinkedList<>();
  private final Set<Waiting.Number> underWay = new HashSet<>();
  private boolean closed;

  /** Somebody who waits until there are enough to take. */
  private record Taker(int least, Condition enough) {}

  /** Lets a post wait; false where the line is closed. */
  boolean join(Waiting post) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      line.add(post);
      wake();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes those in front, as soon as there are enough of them.
   *
   * @param least how many must wait; of a closed line the last are taken, however few
   * @param most how many are taken
   * @return empty where the line is closed and nobody is left in it
   */
  List<Waiting> next(int least, int most) {
    lock.lock();
    try {
      Taker taker = new Taker(least, lock.newCondition());
      while (true) {
        List<Waiting> group = closed || line.size() >= least ? front(most) : List.of();
        if (!group.isEmpty() || (closed && line.isEmpty())) {
          return group;
        }
        idle.add(taker);
        taker.enough().awaitUninterruptibly();
        idle.remove(taker);
      }
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    for (Taker taker : idle) {
      if (closed || taker.least() <= line.size()) {
        taker.enough().signal();
      }
    }
  }

  private List<Waiting> front(int most) {
    List<Waiting> group = new ArrayList<>();
    Set<Waiting.Number> own = new HashSet<>();
    Load load = new Load();
    Iterator<Waiting> posts = line.iterator();
    while (posts.hasNext() && load.hasRoom(most)) {
      Waiting post = posts.next();
      if (underWay.contains(post.number())) {
        continue;
      }
      posts.remove();
      if (post.begin()) {
        group.add(post);
        load.add(post.posted().report());
        own.add(post.number());
      }
    }
    underWay.addAll(own);
    return group;
  }

  /** Lets these wait on, in front of all others; their incidents stay under way. */
  void putBack(List<Waiting> posts) {
    lock.lock();
    try {
      line.addAll(0, posts);
    } finally {
      lock.unlock();
    }
  }

  /** These incidents' next posts may be taken. */
  void done(Collection<Waiting> posts) {
    lock.lock();
    try {
      posts.forEach(post -> underWay.remove(post.number()));
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody in any more; who waits is still taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      wake();
    } finally {
      lock.unlock();
    }
  }
}
