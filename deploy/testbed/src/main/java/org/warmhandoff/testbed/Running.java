package org.warmhandoff.testbed;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The processes of this JVM's stack: a folder, and in it a note of ports and process ids. */
record Running(Path folder, Properties note) {

  private static final String FOLDER = "handoff.testbed.folder";
  private static final List<String> PROGRAMS = List.of("broker", "database", "identity");

  /** Starts the stack, or finds the one this JVM has started already. */
  static Running once() {
    // A lock every class loader sees.
    synchronized (Runtime.getRuntime()) {
      String known = System.getProperty(FOLDER);
      if (known != null) {
        return read(Path.of(known));
      }
      Running running = start();
      System.setProperty(FOLDER, running.folder().toString());
      return running;
    }
  }

  int port(String program) {
    return Integer.parseInt(note.getProperty(program + ".port"));
  }

  void crash(String name) {
    synchronized (Runtime.getRuntime()) {
      ProcessHandle.of(Long.parseLong(note.getProperty(name + ".pid")))
          .ifPresent(process -> Program.end(process, true));
      if (name.equals("database")) {
        Programs.postmaster(folder).ifPresent(process -> Program.end(process, true));
      }
      note.setProperty(name + ".pid", Long.toString(program(name).start().pid()));
      write();
    }
  }

  private Program program(String name) {
    return Programs.of(name, folder, this::port);
  }

  private static Running start() {
    Path all = Path.of("target", "testbed").toAbsolutePath();
    clearDeadOnes(all);
    Path folder = all.resolve(Long.toString(ProcessHandle.current().pid()));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Properties note = new Properties();
    List<Integer> ports = Ports.free(4);
    List<String> names = List.of("broker", "controller", "database", "identity");
    for (int i = 0; i < names.size(); i++) {
      note.setProperty(names.get(i) + ".port", Integer.toString(ports.get(i)));
    }
    Running running = new Running(folder, note);
    List<CompletableFuture<Void>> starts =
        PROGRAMS.stream()
            .map(
                name ->
                    CompletableFuture.runAsync(
                        () -> {
                          // Kafka's client finds its parts through it; a pooled thread's own is
                          // not the one Quarkus loaded this class with.
                          Thread.currentThread()
                              .setContextClassLoader(Running.class.getClassLoader());
                          long pid = running.program(name).start().pid();
                          note.setProperty(name + ".pid", Long.toString(pid));
                          if (name.equals("broker")) {
                            Programs.provision("localhost:" + running.port("broker"));
                          }
                        }))
            .toList();
    Programs.files(folder);
    starts.forEach(CompletableFuture::join);
    running.write();
    return running;
  }

  private static Running read(Path folder) {
    Properties note = new Properties();
    try (Reader reader =
        Files.newBufferedReader(folder.resolve("note.properties"), StandardCharsets.UTF_8)) {
      note.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("the stack's note cannot be read", e);
    }
    return new Running(folder, note);
  }

  private void write() {
    try (Writer writer =
        Files.newBufferedWriter(folder.resolve("note.properties"), StandardCharsets.UTF_8)) {
      note.store(writer, null);
    } catch (IOException e) {
      throw new IllegalStateException("the stack's note cannot be written", e);
    }
  }

  /** Folders of JVMs that are gone: kept until now, so that a failed test's logs can be read. */
  private static void clearDeadOnes(Path all) {
    if (!Files.isDirectory(all)) {
      return;
    }
    try (Stream<Path> folders = Files.list(all)) {
      List<Path> dead =
          folders
              .filter(
                  folder ->
                      ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isEmpty())
              .toList();
      for (Path folder : dead) {
        delete(folder);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot clear " + all, e);
    }
  }

  private static void delete(Path tree) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> walk = Files.walk(tree)) {
      deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
