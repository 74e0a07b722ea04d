package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.View;
import java.net.URI;
import java.util.LinkedHashMap;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Mentions;
import org.enlacehub.inquiry.urgent.Alarm;
import org.enlacehub.inquiry.urgent.Alarms;
import org.enlacehub.inquiry.urgent.Cover;
import org.enlacehub.platform.web.ProblemException;

/** The urgent protocol for people: the bar that rings on every page, taking a case, who is on duty, and exercising. */
@Controller
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class DutyPages {
  private static final String DUTY = "/guardias";
  private static final int NEWEST = 20;
  private final Alarms alarms;
  private final AlarmHistory history;
  private final InquiryReader reader;
  private final Mentions mentions;
  private final Cover cover;
  private final Desks desks;

  DutyPages(Alarms alarms, AlarmHistory history, InquiryReader reader, Mentions mentions, Cover cover, Desks desks) {
    this.alarms = alarms;
    this.history = history;
    this.reader = reader;
    this.mentions = mentions;
    this.cover = cover;
    this.desks = desks;
  }

  @Serdeable
  record DrillForm(@Nullable String desk) {}

  /** The bar alone; every page asks for it again and again. */
  @Get("/urgente/aviso")
  @View("inquiry/alarmBar")
  AlarmBar bar(Authentication authentication) {
    var actor = Actor.of(authentication);
    return new AlarmBar(alarms.ringingFor(actor).stream().map(alarm -> line(alarm, actor)).toList(), mentions.unread(actor));
  }

  @Post("/urgente/{id}/tomar")
  HttpResponse<?> take(Authentication authentication, long id) {
    var actor = Actor.of(authentication);
    return switch (alarms.take(id, actor)) {
      case YOURS -> HttpResponse.seeOther(alarms.find(id).map(Alarm::inquiryId).map(i -> LocalPath.done("/bandeja/" + i, "inquiry.done.alarmYours"))
          .orElseGet(() -> LocalPath.done(DUTY, "inquiry.done.drillTaken")));
      case TAKEN -> back("inquiry.done.alarmTaken");
      case NOT_HERE -> throw ProblemException.notFound("alarm");
    };
  }

  @Get(DUTY)
  @View("inquiry/duty")
  DutyPage duty(Authentication authentication) {
    var actor = Actor.of(authentication);
    var guards = cover.guards(actor.scope());
    var mine = new LinkedHashMap<String, String>();
    guards.forEach(g -> mine.put(g.mission().code(), g.mission().name()));
    return new DutyPage(guards, cover.unguarded(actor.scope()), history.tell(alarms.newest(actor, NEWEST)), mine);
  }

  @Post(DUTY + "/simulacro")
  HttpResponse<?> drill(Authentication authentication, @Body DrillForm form) {
    if (form.desk() == null || !alarms.drill(Actor.of(authentication), form.desk())) {
      throw ProblemException.notFound("desk");
    }
    return back("inquiry.done.drill");
  }

  @Post("/bandeja/{id}/contacto")
  HttpResponse<?> contacted(Authentication authentication, long id) {
    if (!alarms.contacted(id, Actor.of(authentication))) {
      throw ProblemException.notFound("inquiry");
    }
    return HttpResponse.seeOther(LocalPath.done("/bandeja/" + id, "inquiry.done.contacted"));
  }

  private AlarmBar.Line line(Alarm alarm, Actor actor) {
    boolean visible = alarm.inquiryId() != null && reader.find(alarm.inquiryId(), actor).isPresent();
    return new AlarmBar.Line(alarm, desks.name(alarm.desk()), visible ? "/bandeja/" + alarm.inquiryId() : null);
  }

  private static HttpResponse<?> back(String doneKey) {
    URI path = LocalPath.done(DUTY, doneKey);
    return HttpResponse.seeOther(path);
  }
}
