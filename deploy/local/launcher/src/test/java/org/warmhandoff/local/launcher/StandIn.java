package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** A program that does nothing but run, packed as the real ones are. */
public final class StandIn {

  private StandIn() {}

  /** With the argument "fail" it complains and ends; else it is ready and stays. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length > 0 && arguments[0].equals("fail")) {
      System.err.println("nothing goes");
      System.exit(7);
    }
    System.out.println("READY stand-in");
    new CountDownLatch(1).await();
  }

  static Path jar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
    Path jar = folder.resolve("stand-in.jar");
    String file = StandIn.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        @Nullable InputStream code = StandIn.class.getClassLoader().getResourceAsStream(file)) {
      if (code == null) {
        throw new IOException(file + " is not on the class path");
      }
      entries.putNextEntry(new JarEntry(file));
      code.transferTo(entries);
    }
    return jar;
  }

  static Program program(String name, Path jar, String... arguments) {
    return new Program(
        name, jar, 16, List.of(), List.of(arguments), Map.of(), null, Duration.ofSeconds(30));
  }
}
