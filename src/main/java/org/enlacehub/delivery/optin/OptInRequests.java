package org.enlacehub.delivery.optin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Confirmations;
import org.enlacehub.contact.PreferenceLinks;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.delivery.Priority;
import org.enlacehub.delivery.Quiet;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.platform.settings.Settings;

/** Sends whoever must confirm their consent one message that asks for it, through the outbox like everything else. */
@Singleton
public class OptInRequests {
  static final String TEMPLATE = "confirmar-avisos";
  private static final int TOGETHER = 200;
  private final Confirmations confirmations;
  private final Outbox outbox;
  private final PreferenceLinks links;
  private final Settings settings;
  private final Transactions transactions;

  OptInRequests(Confirmations confirmations, Outbox outbox, PreferenceLinks links, Settings settings, Transactions transactions) {
    this.confirmations = confirmations;
    this.outbox = outbox;
    this.links = links;
    this.settings = settings;
    this.transactions = transactions;
  }

  /** Queues a request for everybody who waits for one; how many. */
  public int send() {
    int sent = 0;
    for (var batch = next(); !batch.isEmpty(); batch = next()) sent += batch.size();
    return sent;
  }

  private List<Confirmations.Request> next() {
    return transactions.write(() -> {
      var batch = confirmations.waiting(TOGETHER);
      batch.forEach(this::send);
      return batch;
    });
  }

  /** It asks for nothing but an answer, so it goes before campaigns are allowed, and behind whatever people wait for. */
  private void send(Confirmations.Request request) {
    var link = settings.publicUrl() + links.path(request.addressId());
    outbox.enqueue(NewMessage.to(request.contactId(), Content.template(TEMPLATE, Map.of("confirm_link", link))).at(request.addressId())
        .by(request.channels().stream().sorted().toArray(Channel[]::new)).with(Purpose.SERVICE, Priority.INFORMATION, Quiet.OF_COUNTRY)
        .asAutomatic());
    confirmations.asked(request);
  }
}
