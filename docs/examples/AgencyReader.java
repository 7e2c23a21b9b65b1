import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads one agency's topic the way its own system would, with nothing but Kafka's client. Each
 * record is a CloudEvent: headers say what it is, the value is JSON. It answers nothing.
 *
 * <p>Arguments: bootstrap address and agency code. Environment: {@code PASSWORD}.
 */
public class AgencyReader {

  public static void main(String[] arguments) {
    String brokers = arguments[0];
    String agency = arguments[1];
    String principal = "agency-" + agency;
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", brokers,
            "security.protocol", "SASL_PLAINTEXT",
            "sasl.mechanism", "SCRAM-SHA-512",
            "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                    + principal
                    + "\" password=\""
                    + System.getenv("PASSWORD")
                    + "\";",
            // A group's id begins with the principal's name; no other is granted.
            "group.id", principal + "-example",
            // A group that is new begins with the first event there is, not with the next.
            "auto.offset.reset", "earliest",
            "enable.auto.commit", "false",
            // A Kafka that does not have the topic must say so instead of making it.
            "allow.auto.create.topics", "false");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("agency." + agency + ".referrals.v1"));
      while (true) {
        ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
        records.forEach(AgencyReader::work);
        // After the work: what was not done when this process dies comes again.
        consumer.commitSync();
      }
    }
  }

  /** The same event may come twice; source and id tell. Types nobody knows are passed over. */
  private static void work(ConsumerRecord<String, String> record) {
    switch (header(record, "ce_type")) {
      case "org.warmhandoff.referral-offered.v1":
        System.out.println("offered " + header(record, "ce_id") + " " + record.value());
        System.out.println("  content: " + header(record, "ce_dataref"));
        break;
      case "org.warmhandoff.referral-revoked.v1":
        System.out.println("revoked " + header(record, "ce_id") + " " + record.value());
        break;
      default:
        break;
    }
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
