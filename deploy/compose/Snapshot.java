import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Every row of every table and every record of every topic as one line each: where it stands and a
 * digest of it, never what is in it. With the columns of an earlier snapshot, rows are read by
 * those alone, so that a column a migration added makes no difference. Run by upgrade-check.
 *
 * <p>Arguments: database host:port, broker host:port, folder to write to, and the folder of the
 * earlier snapshot or nothing. Passwords: DATABASE_PASSWORD and KAFKA_PASSWORD.
 */
class Snapshot {

  private static final List<String> DATABASES =
      List.of("incident", "notification", "referral", "analytics", "identity");

  public static void main(String[] arguments) throws Exception {
    Path to = Files.createDirectories(Path.of(arguments[2]));
    Map<String, String> columns =
        arguments.length > 3 ? read(Path.of(arguments[3]).resolve("columns")) : new TreeMap<>();
    List<String> rows = new ArrayList<>();
    for (String database : DATABASES) {
      rows(arguments[0], database, columns, rows);
    }
    Files.write(to.resolve("rows"), rows.stream().sorted().toList());
    Files.write(
        to.resolve("columns"),
        columns.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue()).toList());
    List<String> records = records(arguments[1]);
    Files.write(to.resolve("records"), records.stream().sorted().toList());
    System.out.printf(
        "  %d rows of %d tables, %d records%n", rows.size(), columns.size(), records.size());
  }

  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> columns = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", 2);
      columns.put(parts[0], parts[1]);
    }
    return columns;
  }

  private static void rows(
      String server, String database, Map<String, String> columns, List<String> rows)
      throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://" + server + "/postgres",
                "postgres",
                System.getenv("DATABASE_PASSWORD"));
        Statement statement = connection.createStatement();
        ResultSet there =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + database + "'")) {
      if (!there.next()) {
        return; // the local stack's identity provider has no database
      }
    }
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://" + server + "/" + database,
                "postgres",
                System.getenv("DATABASE_PASSWORD"));
        Statement statement = connection.createStatement()) {
      boolean first = columns.keySet().stream().noneMatch(name -> name.startsWith(database + "."));
      if (first) {
        try (ResultSet found =
            statement.executeQuery(
                """
                select c.relname, string_agg(quote_ident(a.attname), ',' order by a.attname)
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and not c.relispartition and a.attnum > 0 and not a.attisdropped
                group by c.relname""")) {
          while (found.next()) {
            columns.put(database + "." + found.getString(1), found.getString(2));
          }
        }
      }
      for (var table : columns.entrySet()) {
        if (table.getKey().startsWith(database + ".")) {
          String name = table.getKey().substring(database.length() + 1);
          try (ResultSet found =
              statement.executeQuery(
                  "select row_to_json(t)::text from (select %s from public.\"%s\") t"
                      .formatted(table.getValue(), name))) {
            while (found.next()) {
              rows.add(table.getKey() + " " + digest(found.getString(1).getBytes(StandardCharsets.UTF_8)));
            }
          }
        }
      }
    }
  }

  private static List<String> records(String broker) throws Exception {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker,
            "security.protocol", "SASL_PLAINTEXT",
            "sasl.mechanism", "SCRAM-SHA-512",
            "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"admin\" password=\"%s\";"
                    .formatted(System.getenv("KAFKA_PASSWORD")),
            "enable.auto.commit", "false");
    List<String> lines = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> !topic.getKey().startsWith("__"))
              .flatMap(topic -> topic.getValue().stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          lines.add(
              "%s %d %d %s"
                  .formatted(
                      record.topic(),
                      record.partition(),
                      record.offset(),
                      digest(record.value() == null ? new byte[0] : record.value())));
        }
      }
    }
    return lines;
  }

  private static String digest(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
  }
}
