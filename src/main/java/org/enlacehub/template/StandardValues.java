package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.consulate.Consulate;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.Recipient;

/**
 * The values that every text may count on, for one person: what the contact's record holds, and the mission that writes. Whoever
 * sends adds what it alone knows (a reference, an unsubscribe link, a campaign's own words) and lets that win.
 */
@Singleton
public class StandardValues {
  /** Names that only this class fills in for a person: where it gives none, there is none. */
  public static final Set<String> OF_A_PERSON = Set.of("given_name", "consulate_name", "consulate_phone", "duty_phone",
      "emergency_number");

  private final Consulates consulates;
  private final TelephoneBook telephones;

  StandardValues(Consulates consulates, TelephoneBook telephones) {
    this.consulates = consulates;
    this.telephones = telephones;
  }

  /** For a contact: its names, place and declared fields, and its mission; the central desk while no mission is known. */
  public Map<String, Object> of(Recipient recipient) {
    var values = new HashMap<String, Object>(recipient.values());
    values.putAll(of(recipient.consulate(), recipient.country()));
    return values;
  }

  /**
   * For somebody of whom only the place may be known.
   *
   * @param consulate code of the mission that writes; null or unknown for the central desk
   * @param country ISO 3166-1 of where the person is; null for where the mission is
   */
  public Map<String, Object> of(@Nullable String consulate, @Nullable String country) {
    var known = consulate == null ? Optional.<Consulate>empty() : consulates.byCode(consulate);
    var mission = known.orElseGet(consulates::centralDesk);
    var values = new HashMap<String, Object>();
    values.put("consulate_name", mission.name());
    telephones.publicLine(mission.code()).ifPresent(number -> values.put("consulate_phone", number));
    telephones.dutyLine(mission.code()).ifPresent(number -> values.put("duty_phone", number));
    telephones.emergency(country == null ? mission.country() : country)
        .ifPresent(number -> values.put("emergency_number", number));
    return values;
  }
}
