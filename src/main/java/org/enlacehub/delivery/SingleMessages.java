package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Emails;
import org.enlacehub.contact.Phones;
import org.enlacehub.contact.Purpose;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.template.TemplateVersions;
import org.enlacehub.template.UnknownTemplate;

/** Checks a message that came by the API, and queues it. */
@Singleton
class SingleMessages {
  private static final int LONGEST = 10_000;
  private final Outbox outbox;
  private final Contacts contacts;
  private final TemplateVersions templates;

  SingleMessages(Outbox outbox, Contacts contacts, TemplateVersions templates) {
    this.outbox = outbox;
    this.contacts = contacts;
    this.templates = templates;
  }

  /** Who it goes to: a contact, or an address that is nobody's yet. */
  private record Target(Optional<Contact> contact, String address, Channel implied) {}

  /**
   * @param idempotency a second request with the same word queues nothing and gets the first one's id
   * @return the message's id
   * @throws ProblemException 400 with every error of the request, 404 for a contact that the actor may not see
   */
  @Transactional
  long send(MessageRequest request, Actor actor, @Nullable String idempotency) {
    var errors = new ArrayList<Problem.Error>();
    var channel = channel(request, errors);
    var purpose = purpose(request, errors);
    var content = content(request, errors);
    if ((request.to() == null) == (request.contactId() == null)) {
      errors.add(new Problem.Error("/to", "one-of", "Give either 'to' or 'contactId'."));
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(io.micronaut.http.HttpStatus.BAD_REQUEST, "invalid-request", "The message has errors.", errors);
    }
    var target = target(request, channel, actor);
    var base = target.contact().map(c -> NewMessage.to(c.id(), content))
        .orElseGet(() -> NewMessage.toAddress(target.address(), channel.orElse(target.implied()), content));
    var quiet = Boolean.FALSE.equals(request.quietHours()) && purpose != Purpose.INFORMATION ? Quiet.NONE : base.quiet();
    var message = base.with(purpose, priority(purpose), quiet).inLanguage(request.language());
    if (target.contact().isPresent()) {
      message = channel.map(message::by).orElse(message);
      message = request.to() != null && channel.isEmpty() && target.implied() == Channel.EMAIL ? message.by(Channel.EMAIL)
          : message;
      var address = target.contact().get().addresses().stream().filter(a -> a.value().equals(target.address())).findFirst();
      message = address.isPresent() ? message.at(address.get().id()) : message;
    }
    return outbox.enqueue(message.once(idempotency));
  }

  @Transactional
  boolean cancel(long messageId) {
    return outbox.cancel(messageId, "called_back");
  }

  private Target target(MessageRequest request, Optional<Channel> channel, Actor actor) {
    if (request.contactId() != null) {
      return new Target(contact(request.contactId(), actor), "", Channel.SMS);
    }
    boolean mail = request.to().contains("@");
    var address = mail ? Emails.normalise(request.to()).orElse(null) : Phones.parse(request.to(), null).map(phone -> phone.e164())
        .orElse(null);
    if (address == null || channel.isPresent() && mail != (channel.get() == Channel.EMAIL)) {
      throw ProblemException.invalid("/to", "not-an-address",
          "Give a telephone number with its country code, or a mail address, that fits the channel.");
    }
    var owner = contacts.findByAddress(mail ? AddressKind.EMAIL : AddressKind.PHONE, address);
    boolean seesAll = actor.may(Role.ADMINISTRATOR, Role.COMMUNICATION);
    if (owner.isPresent() ? !actor.scope().covers(owner.get().consulate()) : !seesAll) {
      throw ProblemException.notFound("contact");
    }
    return new Target(owner, address, mail ? Channel.EMAIL : Channel.SMS);
  }

  private Optional<Contact> contact(String id, Actor actor) {
    try {
      var found = contacts.find(Long.parseLong(id), actor.scope());
      if (found.isPresent()) {
        return found;
      }
    } catch (NumberFormatException e) {
      // Told below, like any other id that is not there.
    }
    throw ProblemException.notFound("contact");
  }

  private Content content(MessageRequest request, List<Problem.Error> errors) {
    boolean hasText = request.text() != null && !request.text().isBlank();
    if (hasText == (request.template() != null)) {
      errors.add(new Problem.Error("/text", "one-of", "Give either 'text' or 'template'."));
      return Content.text("es", "-");
    }
    if (hasText) {
      if (request.text().length() > LONGEST) {
        errors.add(new Problem.Error("/text", "too-long", "Write at most " + LONGEST + " characters."));
      }
      var language = request.language() == null ? "es" : request.language();
      return new Content.OfText(Map.of(language, request.text()),
          request.subject() == null ? Map.of() : Map.of(language, request.subject().replaceAll("\\s+", " ").strip()));
    }
    try {
      templates.at(request.template(), null);
    } catch (UnknownTemplate e) {
      errors.add(new Problem.Error("/template", "unknown-template", e.getMessage()));
    }
    return Content.template(request.template(), request.params() == null ? Map.of() : request.params());
  }

  private static Optional<Channel> channel(MessageRequest request, List<Problem.Error> errors) {
    if (request.channel() == null || request.channel().equalsIgnoreCase("auto")) {
      return Optional.empty();
    }
    var channel = Channel.parse(request.channel());
    if (channel.isEmpty()) {
      errors.add(new Problem.Error("/channel", "unknown-channel", "Use sms, whatsapp, email or auto."));
    }
    return channel;
  }

  private static Purpose purpose(MessageRequest request, List<Problem.Error> errors) {
    var purpose = request.purpose() == null ? Optional.of(Purpose.SERVICE) : Purpose.parse(request.purpose());
    if (purpose.isEmpty()) {
      errors.add(new Problem.Error("/purpose", "unknown-purpose", "Use service, information or emergency."));
    }
    return purpose.orElse(Purpose.SERVICE);
  }

  private static Priority priority(Purpose purpose) {
    return switch (purpose) {
      case EMERGENCY -> Priority.EMERGENCY;
      case SERVICE -> Priority.SERVICE;
      case INFORMATION -> Priority.INFORMATION;
    };
  }
}
