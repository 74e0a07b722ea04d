package org.enlacehub.inbound.mail.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.View;
import java.util.List;
import java.util.Locale;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.inbound.mail.MailHealth;
import org.enlacehub.inbound.mail.MailLists;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.ProblemException;

/** How mail does, for administrators; a single mail, for whoever may see its person. */
@Controller("/ajustes/correo")
@Secured(Role.Name.ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class MailPages {
  private static final String PATH = "/ajustes/correo";
  private static final List<String> KINDS = List.of("hard", "soft", "block", "delayed", "complaint");
  private static final List<String> APART = List.of("spam", "automatic", "other");
  private static final int SIZE = 40;
  private final MailHealth health;
  private final MailLists lists;

  MailPages(MailHealth health, MailLists lists) {
    this.health = health;
    this.lists = lists;
  }

  /** Senders, mailbox and domains. */
  @Introspected
  public record StandPage(List<MailHealth.SenderState> senders, MailHealth.@Nullable MailboxState mailbox, List<String> domains) {}

  /** The records of a domain. */
  @Introspected
  public record DomainPage(MailHealth.DomainState domain) {}

  /** What reports said. @param kind by which it is filtered; empty for all */
  @Introspected
  public record FailuresPage(List<MailLists.FailureLine> lines, String kind, List<String> kinds, @Nullable String more) {}

  /** Mails that went to no desk. */
  @Introspected
  public record ApartPage(List<MailLists.Line> lines, String list, @Nullable String more) {}

  /** One mail. */
  @Introspected
  public record OriginalPage(MailLists.Opened mail) {}

  @Get
  @View("mail/stand")
  StandPage stand() {
    return new StandPage(health.senders(), health.mailbox().orElse(null), health.domains());
  }

  @Post("/remitentes/{lane}/reanudar")
  HttpResponse<?> resume(String lane, Authentication authentication) {
    health.resume(lane, Actor.of(authentication));
    return HttpResponse.seeOther(LocalPath.done(PATH, "mail.done.resumed"));
  }

  @Get("/dominios/{domain}")
  @View("mail/domain")
  DomainPage domain(String domain) {
    return new DomainPage(health.domain(domain).orElseThrow(() -> ProblemException.notFound("domain")));
  }

  @Post("/dominios/{domain}/firmar")
  HttpResponse<?> sign(String domain, Authentication authentication) {
    return use(domain, true, authentication);
  }

  @Post("/dominios/{domain}/no-firmar")
  HttpResponse<?> unsign(String domain, Authentication authentication) {
    return use(domain, false, authentication);
  }

  private HttpResponse<?> use(String domain, boolean used, Authentication authentication) {
    if (!health.sign(domain, used, Actor.of(authentication))) {
      throw ProblemException.notFound("domain");
    }
    return HttpResponse.seeOther(LocalPath.done(PATH + "/dominios/" + domain, used ? "mail.done.signed" : "mail.done.unsigned"));
  }

  @Get("/devoluciones")
  @View("mail/failures")
  FailuresPage failures(@Nullable @QueryValue String clase, @Nullable @QueryValue String cursor) {
    var kind = clase != null && KINDS.contains(clase) ? clase : "";
    var rows = lists.failures(kind.isEmpty() ? null : kind.toUpperCase(Locale.ROOT), before(cursor), SIZE + 1);
    boolean more = rows.size() > SIZE;
    var shown = more ? rows.subList(0, SIZE) : rows;
    return new FailuresPage(shown, kind, KINDS, more ? PATH + "/devoluciones?clase=" + kind + "&cursor=" + Cursor.of(shown.getLast().id()).encode() : null);
  }

  @Post("/devoluciones/{id}/abrir")
  HttpResponse<?> reopen(long id, Authentication authentication) {
    if (!lists.reopen(id, Actor.of(authentication))) {
      throw ProblemException.notFound("report " + id);
    }
    return HttpResponse.seeOther(LocalPath.done(PATH + "/devoluciones", "mail.done.reopened"));
  }

  @Get("/apartados")
  @View("mail/apart")
  ApartPage apart(@Nullable @QueryValue String lista, @Nullable @QueryValue String cursor) {
    var list = lista != null && APART.contains(lista) ? lista : "spam";
    var rows = lists.apart(list, before(cursor), SIZE + 1);
    boolean more = rows.size() > SIZE;
    var shown = more ? rows.subList(0, SIZE) : rows;
    return new ApartPage(shown, list, more ? PATH + "/apartados?lista=" + list + "&cursor=" + Cursor.of(shown.getLast().id()).encode() : null);
  }

  @Post("/apartados/{id}/atender")
  HttpResponse<?> notSpam(long id, Authentication authentication) {
    if (!lists.notSpam(id, Actor.of(authentication))) {
      throw ProblemException.notFound("mail " + id);
    }
    return HttpResponse.seeOther(LocalPath.done(PATH + "/apartados", "mail.done.accepted"));
  }

  @Get("/mensajes/{id}")
  @Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
  @View("mail/original")
  OriginalPage original(long id, Authentication authentication) {
    return new OriginalPage(lists.open(id, Actor.of(authentication)).orElseThrow(() -> ProblemException.notFound("mail " + id)));
  }

  private static long before(@Nullable String cursor) {
    return Cursor.decode(cursor, 1).map(c -> c.number(0)).orElse(Long.MAX_VALUE);
  }
}
