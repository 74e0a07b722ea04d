package org.enlacehub.inbound.mail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.TimelineEntry;
import org.enlacehub.contact.TimelineSource;
import org.enlacehub.inquiry.Protection;
import org.enlacehub.platform.i18n.Texts;

/** The mails of a person on their timeline, each with a way to its original: the desk shows only what they wrote themselves. */
@Singleton
class MailTimeline implements TimelineSource {
  private final MailRepository mails;
  private final MailConversations conversations;
  private final Contacts contacts;
  private final Protection protection;

  MailTimeline(MailRepository mails, MailConversations conversations, Contacts contacts, Protection protection) {
    this.mails = mails;
    this.conversations = conversations;
    this.contacts = contacts;
    this.protection = protection;
  }

  @Override
  @Transactional
  public List<TimelineEntry> entries(long contactId, Actor actor, Texts texts, int limit) {
    if (!actor.may(Role.OFFICER, Role.ADMINISTRATOR) || protection.hides(contacts.lineage(contactId), actor)) {
      return List.of();
    }
    return mails.newestOf(contactId, limit).stream().map(row -> new TimelineEntry(row.receivedAt(), "mail",
        conversations.head(row).map(MailHead::subject).filter(subject -> !subject.isBlank()).map(subject -> texts.get("mail.timeline", subject))
            .orElse(texts.get("mail.nosubject")), "/ajustes/correo/mensajes/" + row.id())).toList();
  }
}
