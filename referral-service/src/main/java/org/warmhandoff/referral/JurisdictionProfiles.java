package org.warmhandoff.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.contracts.ConsentEvent.Form;

/** What each jurisdiction asks of a consent; disputed and changing, so configuration. */
@ApplicationScoped
public class JurisdictionProfiles {

  private static final String STRICT = "strict";

  private final Settings settings;
  private final JurisdictionProfile strict;

  JurisdictionProfiles(Settings settings) {
    this.settings = settings;
    Settings.Profile profile = settings.profiles().get(STRICT);
    if (profile == null) {
      throw new IllegalStateException("handoff.jurisdictions must have a strict profile");
    }
    this.strict = new JurisdictionProfile(STRICT, profile.forms(), profile.validity());
  }

  /** The profile of a jurisdiction; the strict one where nothing is known of it. */
  public JurisdictionProfile of(String jurisdiction) {
    Settings.Profile profile = settings.profiles().get(jurisdiction);
    return profile == null
        ? strict
        : new JurisdictionProfile(jurisdiction, profile.forms(), profile.validity());
  }

  /** {@code handoff.jurisdictions.<code>}. */
  @ConfigMapping(prefix = "handoff.jurisdictions")
  public interface Settings {

    @WithParentName
    Map<String, Profile> profiles();

    /** One jurisdiction. */
    interface Profile {
      Set<Form> forms();

      Duration validity();
    }
  }
}
