package org.enlacehub.account.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlacehub.account.AuditEntry;
import org.enlacehub.account.AuditTrail;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.platform.web.Cursor;

/** The audit log as a page, for administrators. */
@Controller("/ajustes/bitacora")
@Secured(Role.Name.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
class AuditPages {
  private static final String PATH = "/ajustes/bitacora";
  private static final int SIZE = 50;
  private static final int ACTION = 64;
  private final AuditTrail trail;
  private final Staffs staffs;

  AuditPages(AuditTrail trail, Staffs staffs) {
    this.trail = trail;
    this.staffs = staffs;
  }

  @Get
  @View("account/audit")
  AuditPage show(@Nullable @QueryValue String accion, @Nullable @QueryValue Long persona, @Nullable @QueryValue String cursor) {
    var action = accion == null ? "" : accion.strip();
    var begin = Cursor.decode(cursor, 2);
    var rows = trail.page(action.isEmpty() || action.length() > ACTION ? null : action, persona,
        begin.map(c -> instant(c.number(0))).orElse(null), begin.map(c -> c.number(1)).orElse(0L), SIZE);
    boolean more = rows.size() > SIZE;
    var shown = more ? rows.subList(0, SIZE) : rows;
    return new AuditPage(shown, names(shown), action, persona, more ? address(action, persona, shown.getLast()) : null);
  }

  private Map<Long, String> names(List<AuditEntry> entries) {
    var ids = entries.stream().map(AuditEntry::actorId).filter(id -> id != 0).collect(Collectors.toSet());
    return staffs.findAll(ids).values().stream().collect(Collectors.toMap(Staff::id, Staff::name));
  }

  private static String address(String action, @Nullable Long person, AuditEntry last) {
    var uri = UriBuilder.of(PATH).queryParam("cursor", Cursor.of(micros(last.at()), last.id()).encode());
    if (!action.isEmpty()) uri.queryParam("accion", action);
    if (person != null) uri.queryParam("persona", person);
    return uri.build().toString();
  }

  private static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }
}
