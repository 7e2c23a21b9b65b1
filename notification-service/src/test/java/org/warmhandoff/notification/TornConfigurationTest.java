package org.warmhandoff.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Programs and devices as nobody would write them: taken as they are, or refused in words. */
class TornConfigurationTest {

  private static final TypeReference<ProgramSpec> SPEC = new TypeReference<>() {};
  private static final String PROGRAM =
      """
      {"code":"car","name":"Support car","policeServices":["cleveland"],"jurisdiction":"GB-ENG",
       "audience":"victim","mode":"second-response","kind":"live-help",
       "windows":[{"rule":"FREQ=WEEKLY;BYDAY=SA,SU","from":"14:00","to":"22:00","start":"2026-01-01",
         "except":["2026-12-26"]},{"rule":"FREQ=MONTHLY;BYDAY=1MO","from":"20:00","to":"04:00"}],
       "zone":"Europe/London","trigger":"officers-cleared",
       "eligible":{"domestic":"yes","charge":"none","risk":"raised","municipalities":["tees"],
         "unknown":{"charge":"proceed","municipality":"next-rung"}},
       "staffing":"crew-of-two","answerWithin":"PT10M","nextRung":"night-line",
       "outsideWindow":"wait","supervisors":["00000000-0000-0000-0000-000000000001"],
       "responseTarget":"PT24H","supervisorAfter":2,
       "holidays":[{"date":"2026-12-25","name":"Christmas"}],"languages":["en"],
       "skills":["children"],"crewRoles":["officer","worker"],"helpLine":"519-723-2711"}""";

  @Test
  void aProgramIsTakenOrRefused() {
    Torn.each(
        PROGRAM,
        20_000,
        7,
        text -> {
          try {
            ProgramSpec spec = Json.MAPPER.readValue(text, SPEC);
            if (spec != null) {
              Program.of(spec, 1).fitToPut();
            }
          } catch (JsonProcessingException noJson) {
            // the door answers that before anything of ours reads it
          }
        });
  }

  @Test
  void aDeviceIsTakenOrRefused() {
    byte[] point = new byte[65];
    point[0] = 4;
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String device =
        "https://push.example/1|"
            + base64.encodeToString(point)
            + "|"
            + base64.encodeToString(new byte[16]);
    Torn.each(
        device,
        20_000,
        8,
        text -> {
          String[] parts = text.split("\\|", 3);
          Device given =
              Device.given(
                  parts[0], parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null);
          if (!given.equals(Device.read(given.kept()))) {
            throw new IllegalStateException("another one is kept");
          }
        });
  }
}
