package org.enlacehub.inquiry.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.View;
import java.util.HashMap;
import java.util.Objects;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.inquiry.DeskLoad;

/** For whoever looks after a desk: who has how much, what is late, and how many deadlines were kept. */
@Controller("/bandeja/carga")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class LoadPages {
  private final DeskLoad load;
  private final Staffs staffs;
  private final Desks desks;

  LoadPages(DeskLoad load, Staffs staffs, Desks desks) {
    this.load = load;
    this.staffs = staffs;
    this.desks = desks;
  }

  @Get
  @View("inquiry/load")
  LoadPage load(Authentication authentication) {
    var actor = Actor.of(authentication);
    var shares = load.shares(actor);
    var kept = load.kept(actor);
    var names = new HashMap<Long, String>();
    staffs.findAll(shares.stream().map(DeskLoad.Share::ownerId).filter(Objects::nonNull).toList()).values()
        .forEach(s -> names.put(s.id(), s.name()));
    var missions = new HashMap<String, String>();
    shares.forEach(s -> missions.put(s.desk(), desks.name(s.desk())));
    kept.forEach(k -> missions.put(k.desk(), desks.name(k.desk())));
    return new LoadPage(shares, kept, names, missions);
  }
}
