package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.View;
import java.util.HashMap;
import java.util.Objects;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.inquiry.assistance.CaseRecords;

/** The open tasks of all cases that somebody sees. */
@Controller("/bandeja/tareas")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class TasksPages {
  private static final int MOST = 100;
  private final CaseRecords records;
  private final Staffs staffs;

  TasksPages(CaseRecords records, Staffs staffs) {
    this.records = records;
    this.staffs = staffs;
  }

  @Get
  @View("inquiry/tasks")
  TasksPage tasks(Authentication authentication, @Nullable @QueryValue String de) {
    boolean own = !"todas".equals(de);
    var tasks = records.openTasks(Actor.of(authentication), own, MOST);
    var names = new HashMap<Long, String>();
    staffs.findAll(tasks.stream().map(task -> task.item().staffId()).filter(Objects::nonNull).toList()).values()
        .forEach(staff -> names.put(staff.id(), staff.name()));
    return new TasksPage(tasks, own, names);
  }
}
