package org.warmhandoff.bench.posting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Posts over kept connections, one post under way on each, all on one thread: it shares its two
 * cores with what it measures.
 */
public final class Callers implements AutoCloseable {

  private static final int ANSWER = 1 << 12;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long MILLISECOND = 1_000_000;

  private final int port;
  private final Form request;
  private final AtomicLong numbers;
  private final Selector selector;
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private final int connections;
  private Answers answers = new Answers();

  /**
   * Connects.
   *
   * @param request a whole request
   * @param numbers where the next post's number comes from
   */
  public Callers(int port, Form request, int connections, AtomicLong numbers) throws IOException {
    this.port = port;
    this.numbers = numbers;
    this.request = request;
    this.connections = connections;
    this.selector = Selector.open();
    for (int i = 0; i < connections; i++) {
      idle.add(new Connection());
    }
  }

  /** Each connection posts as soon as its last post was answered. */
  public Answers oneAfterTheOther(int seconds) throws IOException {
    answers = new Answers();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    long now = start;
    while (now < end) {
      while (!idle.isEmpty()) {
        idle.poll().send(numbers.getAndIncrement(), System.nanoTime());
      }
      selector.select(this::ready, Math.max(1, (end - now) / MILLISECOND));
      now = System.nanoTime();
    }
    answers.timeIsUp((now - start) / 1e9);
    awaitAll();
    return answers;
  }

  /**
   * Posts come when they come, whatever became of those before; one that finds no connection idle
   * waits, and its time runs.
   *
   * @param moments nanoseconds from the start, ascending
   */
  public Answers asTheyCome(long[] moments) throws IOException {
    answers = new Answers();
    int next = 0;
    long start = System.nanoTime();
    long lastMoment = moments.length == 0 ? 0 : moments[moments.length - 1];
    long giveUp = start + lastMoment + PATIENCE;
    boolean up = false;
    while (next < moments.length && System.nanoTime() < giveUp) {
      long now = System.nanoTime() - start;
      if (!up && now >= lastMoment) {
        answers.timeIsUp(now / 1e9);
        up = true;
      }
      while (next < moments.length && moments[next] <= now && !idle.isEmpty()) {
        answers.sent(System.nanoTime() - start - moments[next]);
        idle.poll().send(numbers.getAndIncrement(), start + moments[next]);
        next++;
      }
      long due = next < moments.length && !idle.isEmpty() ? moments[next] - now : MILLISECOND;
      selector.select(this::ready, Math.clamp(due / MILLISECOND, 1, 100));
    }
    if (!up) {
      answers.timeIsUp((System.nanoTime() - start) / 1e9);
    }
    answers.neverSent(moments.length - next);
    awaitAll();
    return answers;
  }

  /** What is still under way is waited for: only then is it known what must be stored. */
  private void awaitAll() throws IOException {
    long end = System.nanoTime() + PATIENCE;
    while (idle.size() < connections && System.nanoTime() < end) {
      selector.select(this::ready, 100);
    }
    if (idle.size() < connections) {
      throw new IllegalStateException(
          connections - idle.size() + " posts are not answered after 30 s");
    }
  }

  private void ready(SelectionKey key) {
    ((Connection) key.attachment()).ready(key);
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  /** One kept connection. */
  private final class Connection {
    private final byte[] text = request.copy();
    private final ByteBuffer out = ByteBuffer.allocateDirect(text.length);
    private final ByteBuffer in = ByteBuffer.allocateDirect(ANSWER);
    private SocketChannel channel;
    private byte[] answer = new byte[ANSWER];
    private int length;
    private long number = -1;
    private long since;

    Connection() throws IOException {
      channel = connected();
    }

    private SocketChannel connected() throws IOException {
      SocketChannel fresh =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
      fresh.configureBlocking(false);
      fresh.register(selector, SelectionKey.OP_READ, this);
      return fresh;
    }

    void send(long post, long intended) throws IOException {
      number = post;
      since = intended;
      request.fill(text, 0, post);
      out.clear().put(text).flip();
      try {
        channel.write(out);
        if (out.hasRemaining()) {
          channel.keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
      } catch (IOException gone) {
        again();
      }
    }

    void ready(SelectionKey key) {
      try {
        if (key.isWritable()) {
          channel.write(out);
          if (!out.hasRemaining()) {
            key.interestOps(SelectionKey.OP_READ);
          }
        }
        if (key.isReadable()) {
          read();
        }
      } catch (IOException gone) {
        again();
      }
    }

    private void read() throws IOException {
      in.clear();
      int read = channel.read(in);
      if (read < 0) {
        again();
        return;
      }
      in.flip();
      if (length + read > answer.length) {
        answer = Arrays.copyOf(answer, Math.max(answer.length * 2, length + read));
      }
      in.get(answer, length, read);
      length += read;
      Head head = Head.of(answer, length);
      if (!head.whole()) {
        return;
      }
      answers.answered(number, head.status(), head.retryAfter(), System.nanoTime() - since);
      number = -1;
      length = 0;
      if (head.closes()) {
        again();
      } else {
        idle.add(this);
      }
    }

    /** The connection ended: a post that was under way has no answer. */
    private void again() {
      boolean underWay = number >= 0;
      boolean wasIdle = !underWay && idle.contains(this);
      if (underWay) {
        answers.broken();
        number = -1;
      }
      length = 0;
      try {
        channel.close();
        channel = connected();
      } catch (IOException e) {
        throw new UncheckedIOException("nobody listens on port " + port, e);
      }
      if (!wasIdle) {
        idle.add(this);
      }
    }
  }
}
