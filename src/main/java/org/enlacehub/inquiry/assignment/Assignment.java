package org.enlacehub.inquiry.assignment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.Role;
import org.enlacehub.account.Sessions;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.inquiry.assignment.AssignmentRepository.Free;
import org.enlacehub.inquiry.assignment.AssignmentRules.Rule;
import org.enlacehub.inquiry.assignment.AssignmentRules.Way;

/**
 * Gives free matters to those who are here: while the mission is open, to officers who used the console lately and speak the person's
 * language when anybody does. Each by itself, so that whoever takes one by hand in the meantime keeps it.
 */
@Singleton
public class Assignment {
  private static final int AT_ONCE = 50;
  private final AssignmentRules rules;
  private final AssignmentRepository matters;
  private final Inquiries inquiries;
  private final Staffs staffs;
  private final Sessions sessions;
  private final Consulates consulates;
  private final Clock clock;

  Assignment(AssignmentRules rules, AssignmentRepository matters, Inquiries inquiries, Staffs staffs, Sessions sessions, Consulates consulates,
      Clock clock) {
    this.rules = rules;
    this.matters = matters;
    this.inquiries = inquiries;
    this.staffs = staffs;
    this.sessions = sessions;
    this.consulates = consulates;
    this.clock = clock;
  }

  /** For the job. */
  void run() {
    var now = clock.instant();
    rules.byDesk().forEach((desk, rule) -> {
      if (consulates.workingTime(desk).openAt(now)) {
        var free = matters.free(desk, AT_ONCE);
        var here = free.isEmpty() ? List.<Staff>of() : here(desk, now);
        if (!here.isEmpty()) {
          free.forEach(one -> give(one, rule, here));
        }
      }
    });
  }

  private List<Staff> here(String desk, Instant now) {
    var officers = staffs.atDesk(desk).stream().filter(staff -> staff.roles().contains(Role.OFFICER)).toList();
    var present = sessions.seenSince(officers.stream().map(Staff::id).toList(), now.minus(rules.present()));
    return officers.stream().filter(staff -> present.contains(staff.id())).toList();
  }

  private void give(Free one, Rule rule, List<Staff> here) {
    var speaking = here.stream().filter(staff -> rule.speaks(staff.email(), one.language())).toList();
    var fit = speaking.isEmpty() ? here : speaking;
    next(fit, rule.by()).ifPresent(staff -> {
      var reason = (rule.by() == Way.LOAD ? "assign.load" : "assign.turn") + (speaking.isEmpty() ? "" : ".speaks");
      if (inquiries.assignFree(one.id(), staff.id(), reason)) {
        matters.given(staff.id());
      }
    });
  }

  private Optional<Staff> next(List<Staff> fit, Way way) {
    var ids = fit.stream().map(Staff::id).toList();
    Map<Long, Integer> loads = way == Way.LOAD ? matters.loads(ids) : Map.of();
    var turns = matters.turns(ids);
    return fit.stream().min(Comparator.comparing((Staff staff) -> loads.getOrDefault(staff.id(), 0))
        .thenComparing(staff -> turns.getOrDefault(staff.id(), 0L)).thenComparing(Staff::id));
  }
}
