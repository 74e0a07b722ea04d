package org.enlacehub.account;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a member of staff may do. The names are those of {@code @Secured} and of the API. */
public enum Role {
  /** Plans, approves, schedules and watches campaigns. */
  COMMUNICATION,
  /** Answers the people of one consulate from its desk. */
  OFFICER,
  /** Keeps accounts, senders and settings; reads the audit log. */
  ADMINISTRATOR;

  private static final Map<String, Role> SPELLINGS = Map.of(
      "communication", COMMUNICATION, "communication_officer", COMMUNICATION, "communications", COMMUNICATION,
      "officer", OFFICER, "consulate", OFFICER, "consulate_officer", OFFICER,
      "administrator", ADMINISTRATOR, "admin", ADMINISTRATOR);

  /** The names for {@code @Secured}, which wants constants. */
  public static final class Name {
    public static final String COMMUNICATION = "COMMUNICATION";
    public static final String OFFICER = "OFFICER";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private Name() {}
  }

  /** Reads a role in any case and its obvious aliases ({@code admin}, {@code consulate-officer}); empty when it is none. */
  public static Optional<Role> parse(String typed) {
    if (typed == null) return Optional.empty();
    var word = typed.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Optional.ofNullable(SPELLINGS.get(word));
  }
}
