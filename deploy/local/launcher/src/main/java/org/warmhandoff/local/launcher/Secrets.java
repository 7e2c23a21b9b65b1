package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Passwords and keys, made once for a data folder and read by its owner only. What was lost cannot
 * be made again: the master keys open everything that is sealed in the databases.
 */
final class Secrets {

  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;
  private final Map<String, String> known;

  private Secrets(Path folder, Map<String, String> known) {
    this.folder = folder;
    this.known = known;
  }

  static Secrets in(Path folder) {
    try {
      Files.createDirectories(folder);
      if (keepsPermissions(folder)) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      Path file = folder.resolve("passwords.json");
      Map<String, String> known =
          Files.exists(file)
              ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {})
              : new TreeMap<>();
      return new Secrets(folder, known);
    } catch (IOException e) {
      throw new Trouble("cannot read the secrets in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** The password of that name, made now if there was none. */
  String password(String name) {
    String password = known.get(name);
    if (password == null) {
      password = random();
      known.put(name, password);
      keep();
    }
    return password;
  }

  /** The keys push services know this installation by, made now if there were none. */
  PushKeys pushKeys() {
    String open = known.get("push.open");
    String secret = known.get("push.secret");
    if (open == null || secret == null) {
      PushKeys made = PushKeys.generate();
      known.put("push.open", made.open());
      known.put("push.secret", made.secret());
      keep();
      return made;
    }
    return new PushKeys(open, secret);
  }

  /** The Tink keyset file under which a service seals what it keeps, made now if there was none. */
  Path masterKey(String service) {
    String name = service + ".master-key.json";
    if (!Files.exists(folder.resolve(name))) {
      write(folder, name, keyset());
    }
    return folder.resolve(name);
  }

  /** A new password: 192 random bits, of letters, digits, hyphens and underscores. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A new Tink keyset in clear text, for a file that only its service may read. */
  static String keyset() {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
          RegistryConfiguration.get(),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new Trouble("this Java platform cannot make an AES-256 key: " + e.getMessage(), e);
    }
  }

  private void keep() {
    try {
      write(folder, "passwords.json", JSON.writeValueAsString(known));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("a map of strings can always be written", e);
    }
  }

  /** Whole or not at all, and on disk before it is used: a lost key is lost data. */
  static void write(Path folder, String name, String content) {
    Path file = folder.resolve(name);
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      Set<StandardOpenOption> fresh =
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(draft, fresh, ownerOnly(folder))) {
        ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Trouble("cannot keep a secret in " + file + ": " + e.getMessage(), e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return keepsPermissions(folder)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean keepsPermissions(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }
}
