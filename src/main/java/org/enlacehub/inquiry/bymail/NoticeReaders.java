package org.enlacehub.inquiry.bymail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;

/** Who wants to be told of what by mail. Whoever reads a desk's new inquiries is remembered a while, so that intake asks nobody. */
@Singleton
public class NoticeReaders {
  private static final Duration FRESH = Duration.ofSeconds(20);
  private final NoticeRepository notices;
  private final Staffs staffs;
  private final NoticeRules rules;
  private final Clock clock;
  private final Map<String, Desk> desks = new ConcurrentHashMap<>();

  NoticeReaders(NoticeRepository notices, Staffs staffs, NoticeRules rules, Clock clock) {
    this.notices = notices;
    this.staffs = staffs;
    this.rules = rules;
    this.clock = clock;
  }

  private record Desk(List<Staff> readers, Instant at) {}

  public NoticeChoice choice(long staffId) {
    return notices.choices(List.of(staffId)).getOrDefault(staffId, rules.usual());
  }

  public void choose(Actor self, NoticeChoice choice) {
    notices.choose(self.staffId(), choice);
    desks.clear();
  }

  /** Those at a desk who want to be told of what nobody has taken; a choice made on another node counts a little later. */
  List<Staff> ofDesk(String desk) {
    var now = clock.instant();
    return desks.compute(desk, (_, known) -> known != null && known.at().plus(FRESH).isAfter(now) ? known : new Desk(asked(desk), now)).readers();
  }

  /** The one who has it, when they want to be told. */
  List<Staff> owner(@Nullable Long ownerId) {
    return ownerId == null || choice(ownerId) == NoticeChoice.NONE ? List.of() : staffs.find(ownerId).filter(Staff::active).stream().toList();
  }

  private List<Staff> asked(String desk) {
    var all = staffs.atDesk(desk).stream().filter(staff -> staff.roles().contains(Role.OFFICER)).toList();
    var choices = notices.choices(all.stream().map(Staff::id).toList());
    return all.stream().filter(staff -> choices.getOrDefault(staff.id(), rules.usual()) == NoticeChoice.DESK).toList();
  }
}
