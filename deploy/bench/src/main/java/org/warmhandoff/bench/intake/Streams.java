package org.warmhandoff.bench.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.bench.posting.Form;

/** Streams of lines, open at once, each sent as fast as the service answers it. */
final class Streams {

  /** Lines that are made and sent together. */
  private static final int TOGETHER = 64;

  /**
   * Lines of one stream that are sent and not answered: more than several groups of the service,
   * and few enough that they are soon answered when the time is up.
   */
  private static final int AHEAD = 1_024;

  private static final int CREATED = 201;
  private static final Pattern TOLD = Pattern.compile("\\{\"row\":(\\d+),\"status\":(\\d+)");
  private static final byte[] END = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final int port;
  private final byte[] head;
  private final Form line;
  private final AtomicLong numbers;

  /**
   * @param head of the request, chunked
   * @param numbers where the next line's number comes from
   */
  Streams(int port, String head, Form line, AtomicLong numbers) {
    this.port = port;
    this.head = head.getBytes(StandardCharsets.US_ASCII);
    this.line = line;
    this.numbers = numbers;
  }

  /**
   * What came of it.
   *
   * @param perSecond lines answered 201 within the time
   * @param accepted numbers of all that were
   * @param others lines that were answered anything else, or not at all
   */
  record Result(double perSecond, BitSet accepted, int others) {}

  /**
   * Sends and counts.
   *
   * @param warmUp seconds before those that count
   */
  Result run(int streams, int warmUp, int seconds) throws IOException, InterruptedException {
    long from = System.nanoTime() + TimeUnit.SECONDS.toNanos(warmUp);
    long to = from + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<Result>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (int i = 0; i < streams; i++) {
        all.add(threads.submit(() -> stream(threads, from, to)));
      }
      double perSecond = 0;
      BitSet accepted = new BitSet();
      int others = 0;
      for (Future<Result> one : all) {
        Result result = one.get();
        perSecond += result.perSecond();
        accepted.or(result.accepted());
        others += result.others();
      }
      return new Result(perSecond, accepted, others);
    } catch (ExecutionException e) {
      throw new IOException("a stream of lines failed", e.getCause());
    }
  }

  private Result stream(ExecutorService threads, long from, long to)
      throws IOException, ExecutionException, InterruptedException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      // The first number of each group of lines: rows are answered by their place in the stream.
      List<Long> groups = new ArrayList<>();
      Semaphore room = new Semaphore(AHEAD);
      Future<?> sending =
          threads.submit(
              () -> {
                send(socket.getOutputStream(), to, groups, room);
                return null;
              });
      Result result = listen(socket, from, to, groups, room);
      sending.get();
      return result;
    }
  }

  private void send(OutputStream out, long until, List<Long> groups, Semaphore room)
      throws IOException, InterruptedException {
    byte[] size =
        (Integer.toHexString(TOGETHER * line.length()) + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] chunk = new byte[size.length + TOGETHER * line.length() + 2];
    System.arraycopy(size, 0, chunk, 0, size.length);
    for (int i = 0; i < TOGETHER; i++) {
      line.copyTo(chunk, size.length + i * line.length());
    }
    chunk[chunk.length - 2] = '\r';
    chunk[chunk.length - 1] = '\n';
    out.write(head);
    while (room.tryAcquire(
        TOGETHER, Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
      if (System.nanoTime() >= until) {
        break;
      }
      long first = numbers.getAndAdd(TOGETHER);
      for (int i = 0; i < TOGETHER; i++) {
        line.fill(chunk, size.length + i * line.length(), first + i);
      }
      synchronized (groups) {
        groups.add(first);
      }
      out.write(chunk);
    }
    out.write(END);
    out.flush();
  }

  private static Result listen(Socket socket, long from, long to, List<Long> groups, Semaphore room)
      throws IOException {
    BitSet accepted = new BitSet();
    long inTime = 0;
    int others = 0;
    long rows = 0;
    try (BufferedReader told =
        new BufferedReader(
            new InputStreamReader(
                Chunks.after(new BufferedInputStream(socket.getInputStream(), 1 << 16)),
                StandardCharsets.US_ASCII))) {
      for (String row = told.readLine(); row != null; row = told.readLine()) {
        Matcher answer = TOLD.matcher(row);
        if (!answer.lookingAt()) {
          throw new IOException("a line was answered with something else");
        }
        rows++;
        room.release();
        if (Integer.parseInt(answer.group(2)) == CREATED) {
          int place = Integer.parseInt(answer.group(1)) - 1;
          long first;
          synchronized (groups) {
            first = groups.get(place / TOGETHER);
          }
          accepted.set(Math.toIntExact(first + place % TOGETHER));
          long now = System.nanoTime();
          inTime += now >= from && now < to ? 1 : 0;
        } else {
          others++;
        }
      }
    }
    synchronized (groups) {
      others += (int) (groups.size() * (long) TOGETHER - rows);
    }
    return new Result(inTime / ((to - from) / 1e9), accepted, others);
  }
}
