package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an account must be like. */
@Singleton
class AccountRules {
  /** NIST SP 800-63B wants length, not classes of characters. */
  static final int PASSWORD_MIN = 12;
  static final int PASSWORD_MAX = 200;
  private static final int NAME_MAX = 120;
  private static final int EMAIL_MAX = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]{2,}|[^\\s@,;<>\"]+@localhost");
  private static final Pattern DESK = Pattern.compile("[A-Z]{2}-([A-Z]{2}-[A-Z0-9]{3}|MIN)");
  private final Optional<Desks> desks;

  AccountRules(Optional<Desks> desks) {
    this.desks = desks;
  }

  /** @throws InvalidAccount naming every fault, not only the first */
  void check(NewStaff wanted) {
    var faults = new ArrayList<InvalidAccount.Fault>();
    if (wanted.name() == null || wanted.name().isBlank()) faults.add(fault("name", "nameMissing"));
    else if (wanted.name().length() > NAME_MAX) faults.add(fault("name", "nameLong"));
    if (wanted.email() == null || wanted.email().isBlank()) faults.add(fault("email", "emailMissing"));
    else if (wanted.email().strip().getBytes(StandardCharsets.UTF_8).length > EMAIL_MAX || !EMAIL.matcher(wanted.email().strip()).matches()) {
      faults.add(fault("email", "emailForm"));
    }
    if (wanted.roles().isEmpty()) faults.add(fault("roles", "rolesMissing"));
    var desk = normalDesk(wanted.desk());
    if (wanted.roles().contains(Role.OFFICER) && desk == null) faults.add(fault("desk", "deskMissing"));
    if (desk != null && !exists(desk)) faults.add(fault("desk", "deskUnknown"));
    if (wanted.password() != null) faults.addAll(passwordFaults(wanted.password(), wanted.email()));
    if (!faults.isEmpty()) throw new InvalidAccount(faults);
  }

  List<InvalidAccount.Fault> passwordFaults(String password, @Nullable String email) {
    if (password.length() < PASSWORD_MIN) return List.of(fault("password", "passwordShort"));
    if (password.length() > PASSWORD_MAX) return List.of(fault("password", "passwordLong"));
    if (password.chars().distinct().count() < 5) return List.of(fault("password", "passwordPlain"));
    if (email != null && normalEmail(email).contains(password.toLowerCase(Locale.ROOT))) return List.of(fault("password", "passwordPlain"));
    return List.of();
  }

  static String normalEmail(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  static @Nullable String normalDesk(@Nullable String desk) {
    return desk == null || desk.isBlank() ? null : desk.strip().toUpperCase(Locale.ROOT);
  }

  private boolean exists(String desk) {
    return desks.map(d -> d.exists(desk)).orElseGet(() -> DESK.matcher(desk).matches());
  }

  private static InvalidAccount.Fault fault(String field, String code) {
    return new InvalidAccount.Fault(field, code);
  }
}
