package org.enlacehub.inbound.mail;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.enlacehub.delivery.MailThreads;
import org.enlacehub.platform.crypto.UnreadableValue;

/** The last mail of a person, for whoever answers it. */
@Singleton
class MailConversations implements MailThreads {
  private final MailRepository mails;
  private final MailStore store;
  private final ObjectMapper json;

  MailConversations(MailRepository mails, MailStore store, ObjectMapper json) {
    this.mails = mails;
    this.store = store;
    this.json = json;
  }

  @Override
  public Optional<Mail> newest(long contactId, String address) {
    return mails.newestOf(contactId, 1).stream().findFirst().flatMap(this::head).filter(head -> address.equalsIgnoreCase(head.from()) && head.messageId() != null)
        .map(head -> new Mail(head.messageId(), head.references().reversed(), head.subject()));
  }

  /** Empty when the person was erased or nothing was kept. */
  Optional<MailHead> head(MailRepository.Row row) {
    try {
      var sealed = row.head();
      return sealed == null || sealed.length == 0 ? Optional.empty() : store.sealer(row.contactId()).map(sealer -> read(row.id(), sealer.openBytes(
          MailHead.COLUMN, row.id(), sealed)));
    } catch (UnreadableValue e) {
      return Optional.empty();
    }
  }

  private MailHead read(long id, byte[] open) {
    try {
      return json.readValue(open, MailHead.class);
    } catch (IOException e) {
      throw new UncheckedIOException("head of mail " + id, e);
    }
  }
}
