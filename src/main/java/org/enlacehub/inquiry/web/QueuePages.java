package org.enlacehub.inquiry.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.View;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;

/** The queue: as a page of its own, and as the list alone for a living page. */
@Controller("/bandeja")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class QueuePages {
  private final Queues queues;

  QueuePages(Queues queues) {
    this.queues = queues;
  }

  @Get
  @View("inquiry/queue")
  QueuePage queue(Authentication authentication, @RequestBean QueueQuery query) {
    return queues.of(Actor.of(authentication), query);
  }

  /** Folders and rows alone, to be put in place of those on a living page. */
  @Get("/cola")
  @View("inquiry/queueList")
  QueuePage list(Authentication authentication, @RequestBean QueueQuery query) {
    return queues.of(Actor.of(authentication), query);
  }
}
