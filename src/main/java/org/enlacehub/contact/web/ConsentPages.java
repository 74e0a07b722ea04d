package org.enlacehub.contact.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import java.util.EnumSet;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Consents;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.Purpose;
import org.enlacehub.platform.web.ProblemException;

/** What a person told a member of staff about consent, with how they said it. */
@Controller("/contactos/{id}/consentimiento")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class ConsentPages {
  private static final int WORDS = 400;
  private final Contacts contacts;
  private final Consents consents;

  ConsentPages(Contacts contacts, Consents consents) {
    this.contacts = contacts;
    this.consents = consents;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> record(long id, @Body Map<String, String> form, Authentication authentication) {
    var actor = Actor.of(authentication);
    var contact = contacts.find(id, actor.scope()).orElseThrow(() -> ProblemException.notFound("contact"));
    var address = contact.addresses().stream().filter(a -> Long.toString(a.id()).equals(form.get("address"))).findFirst()
        .orElseThrow(() -> ProblemException.invalid("address", "unknown", "The contact has no such address."));
    var purposes = Purpose.parse(form.getOrDefault("purpose", "")).map(EnumSet::of).orElseGet(() -> EnumSet.allOf(Purpose.class));
    var said = form.getOrDefault("words", "").strip();
    var words = said.isEmpty() ? null : said.length() > WORDS ? said.substring(0, WORDS) : said;
    var origin = Origin.staff(actor, "console");
    switch (form.getOrDefault("act", "")) {
      case "grant" -> consents.grant(address.id(), address.kind().channels(), purposes, origin, words);
      case "withdraw" -> consents.withdraw(address.id(), address.kind().channels(), purposes, origin, words);
      default -> throw ProblemException.invalid("act", "unknown", "Choose grant or withdraw.");
    }
    return ContactPages.done("/contactos/" + id, "consent");
  }
}
