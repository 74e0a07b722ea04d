package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
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
import java.util.Locale;
import java.util.stream.Stream;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.Channel;
import org.enlacehub.inquiry.bymail.NoticeChoice;
import org.enlacehub.inquiry.bymail.NoticeReaders;
import org.enlacehub.platform.web.ProblemException;

/** Of which inquiries an officer is told by mail. */
@Controller("/bandeja/avisos")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class NoticePages {
  private static final String PATH = "/bandeja/avisos";
  private final NoticeReaders readers;
  private final boolean canMail;

  NoticePages(NoticeReaders readers, Senders senders) {
    this.readers = readers;
    this.canMail = senders.has(Channel.EMAIL);
  }

  /** @param choice in lower case, as the form names it */
  @Introspected
  public record NoticePage(String choice, boolean canMail) {}

  @Serdeable
  record ChoiceForm(@Nullable String choice) {}

  @Get
  @View("inquiry/notices")
  NoticePage show(Authentication authentication) {
    return new NoticePage(readers.choice(Actor.of(authentication).staffId()).name().toLowerCase(Locale.ROOT), canMail);
  }

  @Post
  HttpResponse<?> choose(Authentication authentication, @Body ChoiceForm form) {
    var choice = Stream.of(NoticeChoice.values()).filter(c -> c.name().toLowerCase(Locale.ROOT).equals(form.choice())).findFirst()
        .orElseThrow(() -> ProblemException.invalid("choice", "unknown", "none, mine or desk"));
    readers.choose(Actor.of(authentication), choice);
    return HttpResponse.seeOther(LocalPath.done(PATH, "mail.done.notices"));
  }
}
