package org.warmhandoff.faults.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.warmhandoff.faults.point.FailPoint;
import org.warmhandoff.faults.point.InjectedFault;
import org.warmhandoff.simulator.stack.Services;

/**
 * A copy of the built programs, laid out as the project is, with every point woven in. The programs
 * themselves know nothing of it: what is shipped has no seam for faults.
 */
public final class WovenPrograms {

  private static final List<String> LOCAL =
      List.of("leash", "broker", "database", "identity", "telephones", "frontdoor", "launcher");

  private static final String ORDERS = FailPoint.class.getPackageName() + ".Orders";

  private final Set<Object> done = new HashSet<>();
  private final List<Rewrite> rewrites;

  private WovenPrograms(List<Rewrite> rewrites) {
    this.rewrites = rewrites;
  }

  /**
   * Makes the copy, unless there is one of the same programs and rewrites.
   *
   * @param built a folder laid out as the project is, everything in it built
   * @param copy the folder to make
   * @param rewrites a fault of the past; none for the programs as they are
   * @throws IllegalStateException if a point or a rewrite finds no place: the code has moved on
   */
  public static void make(Path built, Path copy, List<Rewrite> rewrites) {
    WovenPrograms woven = new WovenPrograms(rewrites);
    try {
      String stamp = stamp(built, rewrites);
      Path stampFile = copy.resolve("woven-from");
      if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
        return;
      }
      clear(copy);
      for (String module : LOCAL) {
        woven.local(built.resolve("deploy/local"), copy.resolve("deploy/local"), module);
      }
      for (String service : Services.PROGRAMS) {
        Path from = built.resolve(service).resolve("target/quarkus-app");
        woven.tree(from, copy.resolve(service).resolve("target/quarkus-app"));
      }
      woven.mustBeComplete();
      Files.writeString(stampFile, stamp);
    } catch (IOException e) {
      throw new UncheckedIOException("the programs cannot be copied to " + copy, e);
    }
  }

  /** Every jar's length and time, and what is woven in. */
  private static String stamp(Path built, List<Rewrite> rewrites) throws IOException {
    StringBuilder stamp = new StringBuilder();
    stamp.append(List.of(Point.values())).append(rewrites).append('\n');
    List<Path> folders = new ArrayList<>();
    LOCAL.forEach(module -> folders.add(built.resolve("deploy/local/" + module + "/target")));
    Services.PROGRAMS.forEach(
        service -> folders.add(built.resolve(service + "/target/quarkus-app")));
    for (Class<?> part : List.of(FailPoint.class, Point.class, Weaving.class)) {
      stamp.append(Arrays.hashCode(bytes(part.getName()))).append('\n');
    }
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder, 4)) {
        for (Path file :
            files.filter(f -> f.toString().matches(".*\\.(jar|class)")).sorted().toList()) {
          stamp
              .append(file)
              .append(' ')
              .append(Files.size(file))
              .append(' ')
              .append(Files.getLastModifiedTime(file).toMillis())
              .append('\n');
        }
      }
    }
    return stamp.toString();
  }

  private void mustBeComplete() {
    Set<Object> missing = new HashSet<>(List.of(Point.values()));
    missing.addAll(rewrites);
    missing.removeAll(done);
    if (!missing.isEmpty()) {
      throw new IllegalStateException("no place was found for " + missing);
    }
  }

  private void local(Path from, Path to, String module) throws IOException {
    Path target = from.resolve(module).resolve("target");
    Path copy = to.resolve(module).resolve("target");
    Files.createDirectories(copy);
    try (Stream<Path> jars = Files.list(target)) {
      for (Path jar :
          jars.filter(file -> file.toString().endsWith(".jar"))
              .filter(file -> !file.toString().endsWith("-sources.jar"))
              .toList()) {
        Path own = copy.resolve(jar.getFileName());
        if (module.equals("leash")) {
          weave(jar, own, true);
        } else {
          Files.copy(jar, own);
        }
      }
    }
    if (Files.isDirectory(target.resolve("lib"))) {
      tree(target.resolve("lib"), copy.resolve("lib"));
    }
  }

  private void tree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            if (isOurs(file)) {
              weave(file, copy, false);
            } else {
              link(file, copy);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Jars the next build may write over; libraries never change and are shared with the original.
   */
  private static boolean isOurs(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".jar")
        && (name.contains("-SNAPSHOT")
            || name.contains("-service-")
            || name.contains("warmhandoff")
            || name.equals("transformed-bytecode.jar"));
  }

  private static void link(Path file, Path copy) throws IOException {
    try {
      Files.createLink(copy, file);
    } catch (IOException | UnsupportedOperationException anotherDisk) {
      Files.copy(file, copy);
    }
  }

  private void weave(Path jar, Path copy, boolean withFailPoint) throws IOException {
    Map<String, byte[]> more = withFailPoint ? failPoint() : Map.of();
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream to = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (entry.isDirectory()) {
          continue;
        }
        put(to, entry.getName(), woven(entry.getName(), from.getInputStream(entry)));
      }
      for (Map.Entry<String, byte[]> entry : more.entrySet()) {
        put(to, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void put(JarOutputStream to, String name, byte[] content) throws IOException {
    JarEntry entry = new JarEntry(name);
    // The time goes into the name of a start-up cache: the same programs, the same cache.
    entry.setTime(0);
    to.putNextEntry(entry);
    to.write(content);
    to.closeEntry();
  }

  private byte[] woven(String name, InputStream content) throws IOException {
    byte[] bytes = content.readAllBytes();
    if (!name.startsWith("org/warmhandoff/") || !name.endsWith(".class")) {
      return bytes;
    }
    String type = name.substring(0, name.length() - ".class".length());
    List<Point> points = Stream.of(Point.values()).filter(p -> p.type().equals(type)).toList();
    List<Rewrite> here = rewrites.stream().filter(r -> r.type().equals(type)).toList();
    return points.isEmpty() && here.isEmpty() ? bytes : Weaving.of(bytes, points, here, done);
  }

  private static Map<String, byte[]> failPoint() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String type :
        List.of(
            FailPoint.class.getName(),
            FailPoint.class.getName() + "$Action",
            FailPoint.class.getName() + "$1",
            ORDERS,
            ORDERS + "$Armed",
            InjectedFault.class.getName())) {
      byte[] bytes = bytes(type);
      if (bytes.length > 0) {
        classes.put(type.replace('.', '/') + ".class", bytes);
      }
    }
    return classes;
  }

  /** A class file of this harness; empty where there is none of that name. */
  private static byte[] bytes(String type) throws IOException {
    String file = type.replace('.', '/') + ".class";
    try (InputStream bytes = FailPoint.class.getClassLoader().getResourceAsStream(file)) {
      return bytes == null ? new byte[0] : bytes.readAllBytes();
    }
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
