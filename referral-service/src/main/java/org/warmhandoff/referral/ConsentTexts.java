package org.warmhandoff.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.warmhandoff.contracts.ConsentEvent.Purpose;

/** The consent texts this release ships, each purpose and version in every language. */
@ApplicationScoped
public class ConsentTexts {

  private static final String FOLDER = "/consent-texts/";
  private static final String AGENCY = "{agency}";

  private final EntityManager entities;
  private final List<String> languages;
  private final Map<Purpose, List<String>> versions = new EnumMap<>(Purpose.class);

  ConsentTexts(EntityManager entities) {
    this.entities = entities;
    Properties index = new Properties();
    try (InputStream in = open("index.properties");
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      index.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    languages = List.of(index.getProperty("languages", "en").split(","));
    for (Purpose purpose : Purpose.values()) {
      versions.put(purpose, List.of(index.getProperty(purpose.name(), "").split(",")));
    }
  }

  /** BCP 47 tags of the languages every text is there in. */
  public List<String> languages() {
    return languages;
  }

  /** The version that is shown today. */
  public String currentVersion(Purpose purpose) {
    return versions.getOrDefault(purpose, List.of()).getLast();
  }

  /** The text as it is shown for an agency; empty where there is no such version or language. */
  public Optional<ConsentText> find(
      Purpose purpose, String version, String language, Agency agency) {
    if (!versions.getOrDefault(purpose, List.of()).contains(version)
        || !languages.contains(language)) {
      return Optional.empty();
    }
    String file = purpose.name().toLowerCase(Locale.ROOT) + "_" + version + "_" + language + ".txt";
    try (InputStream in = open(file)) {
      String words = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(
          ConsentText.of(purpose, version, language, words.strip().replace(AGENCY, agency.name())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Keeps the words, so that the hash in the ledger can always be read back. */
  public void keep(ConsentText text) {
    // The same words are shown a thousand times and kept once.
    entities
        .createNativeQuery(
            """
            insert into consent_text (hash, purpose, version, language, words)
            values (:hash, :purpose, :version, :language, :words)
            on conflict (hash) do nothing
            """)
        .setParameter("hash", text.hash())
        .setParameter("purpose", text.purpose().name())
        .setParameter("version", text.version())
        .setParameter("language", text.language())
        .setParameter("words", text.words())
        .executeUpdate();
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = ConsentTexts.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IOException("not in this release: " + file);
    }
    return in;
  }
}
