package org.warmhandoff.referral.disclosing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.referral.disclosing.RegisterRead.Registered;

/** Registers the read, and then, outside every transaction, asks the vault. */
@ApplicationScoped
class ReadContent {

  private static final Logger LOG = Logger.getLogger(ReadContent.class);
  private static final String REASON = "agency-read";

  private final RegisterRead registerRead;
  private final Vault vault;

  ReadContent(RegisterRead registerRead, @RestClient Vault vault) {
    this.registerRead = registerRead;
    this.vault = vault;
  }

  /**
   * The content, exactly as far as was consented to.
   *
   * @throws Problem as {@link RegisterRead#register}; 410 where the vault has erased the person,
   *     503 where it does not answer
   */
  public Content read(UUID referral, String agency, String actor) {
    Registered registered = registerRead.register(referral, agency, actor);
    List<DataCategory> fields =
        registered.categories().stream()
            .filter(category -> category != DataCategory.INCIDENT_SUMMARY)
            .toList();
    Map<String, String> personal = fields.isEmpty() ? Map.of() : ask(registered, fields);
    return new Content(
        registered.referral(),
        registered.disclosure(),
        registered.client(),
        registered.purpose(),
        registered.categories(),
        personal,
        registered.summary());
  }

  private Map<String, String> ask(Registered registered, List<DataCategory> fields) {
    Vault.Ask ask =
        new Vault.Ask(
            fields, registered.purpose(), REASON, registered.agency(), registered.referral());
    try {
      Map<String, String> answer = vault.read(registered.person(), ask).fields();
      // The vault is trusted with the data, not with the consent: nothing more leaves than asked.
      return answer.entrySet().stream()
          .filter(field -> field.getValue() != null)
          .filter(field -> fields.stream().anyMatch(f -> f.name().equals(field.getKey())))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() == 410) {
        throw Problem.gone("person-erased", "This can no longer be read.");
      }
      LOG.warnf(
          "the vault answered %d for referral %s",
          refused.getResponse().getStatus(), registered.referral());
      throw unavailable();
    } catch (ProcessingException unreachable) {
      LOG.warnf("the vault cannot be reached for referral %s", registered.referral());
      throw unavailable();
    }
  }

  private static Problem unavailable() {
    return Problem.unavailable(
        "vault-unavailable", "The content cannot be read now.", Duration.ofSeconds(5));
  }
}
