package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.id.Ids;

/** The staff: finding, creating, changing. Every change is in the audit log; whose rights change, or who leaves, is signed out. */
@Singleton
public class Staffs {
  private static final Set<String> THEMES = Set.of("light", "dark", "system");
  private final StaffRepository staff;
  private final SessionRepository sessions;
  private final Passwords passwords;
  private final AccountRules rules;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Staffs(StaffRepository staff, SessionRepository sessions, Passwords passwords, AccountRules rules, AuditLog audit, Ids ids, Clock clock) {
    this.staff = staff;
    this.sessions = sessions;
    this.passwords = passwords;
    this.rules = rules;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<Staff> find(long id) {
    return staff.find(id);
  }

  public Optional<Staff> findByEmail(String email) {
    return staff.findByEmail(email);
  }

  /** These people by id, for a page that names several; an id that is nobody's is left out. */
  public Map<Long, Staff> findAll(Collection<Long> wanted) {
    return staff.findAll(Set.copyOf(wanted)).stream().collect(Collectors.toMap(Staff::id, Function.identity()));
  }

  /** In order of id; {@code limit} + 1 at most, so that the caller sees whether more follow. */
  public List<Staff> list(long afterId, int limit) {
    return staff.page(afterId, limit);
  }

  /** The active people of a consulate's desk. */
  public List<Staff> atDesk(String consulateCode) {
    return staff.atDesk(consulateCode);
  }

  /** The active administrators. */
  public List<Staff> administrators() {
    return staff.administrators();
  }

  /** @throws InvalidAccount when a field is wrong or the address belongs to another account */
  @Transactional
  public Staff create(Actor by, NewStaff wanted) {
    rules.check(wanted);
    var language = wanted.language() != null && Languages.OFFERED.contains(wanted.language()) ? wanted.language() : Languages.OFFERED.getFirst();
    var made = new Staff(ids.next(), AccountRules.normalEmail(wanted.email()), wanted.name().strip(), wanted.roles(),
        AccountRules.normalDesk(wanted.desk()), language, "system", true, false, clock.instant(), null);
    var hash = wanted.password() == null ? null : passwords.hash(wanted.password());
    if (!staff.insert(made, hash)) throw new InvalidAccount("email", "emailTaken");
    audit.record(by, "account.create", "staff", made.id(), rights(made.roles(), made.desk()));
    return made;
  }

  /** Gives the person a new password, to be told to them once, and signs them out everywhere. */
  @Transactional
  public String resetPassword(Actor by, long id) {
    var given = passwords.generate();
    if (!staff.setPassword(id, passwords.hash(given), true)) throw new InvalidAccount("id", "unknown");
    sessions.deleteOf(id);
    audit.record(by, "account.resetPassword", "staff", id, "");
    return given;
  }

  /** Changes one's own password; every other session of the person ends, and so does this one.
   *
   * @throws InvalidAccount when the old one is wrong or the new one too weak */
  @Transactional
  public void changePassword(Actor self, String old, String wanted) {
    var person = staff.find(self.staffId()).orElseThrow(() -> new InvalidAccount("id", "unknown"));
    if (!passwords.matches(old, staff.passwordHash(person.id()))) throw new InvalidAccount("old", "passwordWrong");
    var faults = rules.passwordFaults(wanted, person.email());
    if (!faults.isEmpty()) throw new InvalidAccount(faults);
    staff.setPassword(person.id(), passwords.hash(wanted), false);
    sessions.deleteOf(person.id());
    audit.record(self, "account.changePassword", "staff", person.id(), "");
  }

  /** Whether this is the person's password; for the gravest acts, which ask it again. */
  public boolean confirms(Actor self, String password) {
    return passwords.matches(password, self.staffId() == 0 ? null : staff.passwordHash(self.staffId()));
  }

  /** Lets a person in again, or shuts them out at once.
   *
   * @throws InvalidAccount for oneself and for the last administrator */
  @Transactional
  public void setActive(Actor by, long id, boolean active) {
    if (!active && id == by.staffId()) throw new InvalidAccount("id", "self");
    if (!active && isLastAdministrator(id)) throw new InvalidAccount("id", "lastAdministrator");
    if (!staff.setActive(id, active)) return;
    sessions.deleteOf(id);
    audit.record(by, active ? "account.activate" : "account.deactivate", "staff", id, "");
  }

  /** Changes what a person may do and where.
   *
   * @throws InvalidAccount when no role is left, an officer has no desk, or the last administrator would cease to be one */
  @Transactional
  public void changeRights(Actor by, long id, Set<Role> roles, @Nullable String desk) {
    var person = staff.find(id).orElseThrow(() -> new InvalidAccount("id", "unknown"));
    rules.check(new NewStaff(person.name(), person.email(), roles, desk, null, null));
    if (!roles.contains(Role.ADMINISTRATOR) && isLastAdministrator(id)) throw new InvalidAccount("roles", "lastAdministrator");
    staff.setRoles(id, roles, AccountRules.normalDesk(desk));
    audit.record(by, "account.changeRights", "staff", id, rights(roles, AccountRules.normalDesk(desk)));
  }

  public void chooseLanguage(long id, String language) {
    if (Languages.OFFERED.contains(language)) staff.setLanguage(id, language);
  }

  public void chooseTheme(long id, String theme) {
    if (THEMES.contains(theme)) staff.setTheme(id, theme);
  }

  private boolean isLastAdministrator(long id) {
    return staff.find(id).filter(Staff::active).filter(s -> s.roles().contains(Role.ADMINISTRATOR)).isPresent()
        && staff.otherAdministrators(id) == 0;
  }

  private static String rights(Set<Role> roles, @Nullable String desk) {
    var words = new ArrayList<>(roles.stream().sorted().map(Role::name).toList());
    if (desk != null) words.add(desk);
    return String.join(" ", words);
  }
}
