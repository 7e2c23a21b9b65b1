package org.warmhandoff.analytics.asking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.AnalyticsMessages;
import org.warmhandoff.analytics.By;
import org.warmhandoff.analytics.ClosedAt;
import org.warmhandoff.analytics.Suppression.Published;
import org.warmhandoff.contracts.Role;

/** The measures of the latest release as tables. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class DashboardResource {

  private final AskAll askAll;
  private final Analyst analyst;
  private final ZoneId zone;

  DashboardResource(
      AskAll askAll, Analyst analyst, @ConfigProperty(name = "handoff.release.zone") ZoneId zone) {
    this.askAll = askAll;
    this.analyst = analyst;
    this.zone = zone;
  }

  @CheckedTemplate(basePath = "dashboard")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance measures(
        List<Sheet> sheets, List<Choice> choices, int release, String closedAt, int threshold);

    static native TemplateInstance empty();
  }

  /** A way to group the tables. */
  record Choice(String code, String name, boolean chosen) {}

  @GET
  @RolesAllowed(Role.ANALYST)
  public TemplateInstance dashboard(@RestQuery @Nullable String by, @Context HttpHeaders headers) {
    Locale locale = locale(headers);
    By dimension = by == null ? By.NONE : By.byCode(by).orElse(By.NONE);
    Optional<List<Published>> answers = askAll.latest(dimension, analyst.policeService());
    if (answers.isEmpty()) {
      return Templates.empty().setLocale(locale);
    }
    AnalyticsMessages words =
        MessageBundles.get(AnalyticsMessages.class, Localized.Literal.of(locale.toLanguageTag()));
    Published first = answers.get().getFirst();
    return Templates.measures(
            answers.get().stream().map(answer -> Sheet.of(answer, words, locale)).toList(),
            By.codes().stream()
                .map(code -> new Choice(code, words.by(code), code.equals(dimension.code())))
                .toList(),
            first.getRelease().number(),
            ClosedAt.text(first.getRelease().closedAt(), zone, locale),
            first.getThreshold())
        .setLocale(locale);
  }

  private static Locale locale(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(language -> Locale.of(language.getLanguage()))
        .filter(language -> language.equals(Locale.ENGLISH) || language.equals(Locale.FRENCH))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }
}
