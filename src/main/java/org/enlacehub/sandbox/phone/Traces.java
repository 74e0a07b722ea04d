package org.enlacehub.sandbox.phone;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.sandbox.twilio.BookedMessage;
import org.enlacehub.sandbox.twilio.CarrierBook;
import org.enlacehub.sandbox.twilio.Inbound;
import org.enlacehub.sandbox.twilio.TwilioError;

/** What the carrier saw of a person's messages, those included that never reached the phone. */
@Singleton
final class Traces {
  private static final int SHOWN = 12;
  private static final int ANSWERS_KEPT = 5000;

  private final CarrierBook book;
  private final Map<String, Integer> answers = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > ANSWERS_KEPT;
    }
  };

  Traces(CarrierBook book) {
    this.book = book;
  }

  /** Remembers what the hub answered to an inbound message. */
  void note(Inbound.Delivery delivery) {
    synchronized (answers) {
      answers.put(delivery.message().sid(), delivery.status());
    }
  }

  /** Newest first. */
  List<Trace> of(Migrant migrant, Texts t) {
    if (migrant.number().isEmpty()) {
      return List.of();
    }
    var zone = PhoneNumbers.zone(migrant.number());
    var messages = new ArrayList<BookedMessage>(book.conversation(Conversations.address(migrant, Tab.SMS), SHOWN));
    messages.addAll(book.conversation(Conversations.address(migrant, Tab.WHATSAPP), SHOWN));
    return messages.stream().sorted(Comparator.comparingLong(BookedMessage::number).reversed()).limit(SHOWN).map(message -> {
      var detail = message.inbound() ? answer(message, t) : message.errorCode() == 0 ? ""
          : message.errorCode() + " · " + TwilioError.reason(message.errorCode());
      return new Trace(Conversations.time(message.arrived(), zone, t), message.sid(), message.inbound() ? "in" : "out",
          t.get("sandbox.state." + message.status().word()), detail, message.errorCode() != 0 || isLost(message));
    }).toList();
  }

  private boolean isLost(BookedMessage message) {
    synchronized (answers) {
      var status = answers.get(message.sid());
      return message.inbound() && status != null && (status < 200 || status >= 300);
    }
  }

  private String answer(BookedMessage message, Texts t) {
    synchronized (answers) {
      var status = answers.get(message.sid());
      return status == null ? "" : status == -1 ? t.get("sandbox.answer.none") : status == 0 ? t.get("sandbox.answer.unasked")
          : t.get("sandbox.answer.http", Integer.toString(status));
    }
  }
}
