package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.routing.RoutingDecision;
import org.enlacehub.template.StandardValues;

/**
 * What the product itself answers at once: that the message arrived, under which reference, who reads it and when; for urgent matters
 * that a person is being called, in neutral words where somebody else may hold the telephone. A message of everyday severity whose
 * place is unknown is also asked for it, once.
 */
@Singleton
class FirstAnswer {
  /** Where an abuser may read along, the answer names no danger. */
  private static final Set<String> NEUTRAL = Set.of("GBV", "TRF");
  private static final String NEUTRAL_FLAG = "UNSAFE_TO_REPLY";
  private static final String DETENTION = "DET";
  private static final String ENGLISH = "en";
  private final Outbox outbox;
  private final EntryRepository entries;
  private final Conversations conversations;
  private final StandardValues standard;
  private final Consulates consulates;
  private final Ids ids;
  private final Clock clock;

  FirstAnswer(Outbox outbox, EntryRepository entries, Conversations conversations, StandardValues standard, Consulates consulates,
      Ids ids, Clock clock) {
    this.outbox = outbox;
    this.entries = entries;
    this.conversations = conversations;
    this.standard = standard;
    this.consulates = consulates;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Queues the answer, in the caller's transaction.
   *
   * @param first the inquiry begins, or is taken up again
   * @param graver it was not urgent and is now
   */
  void send(Inquiry inquiry, RoutingDecision decision, boolean first, boolean graver) {
    if (first || graver) {
      queue(inquiry, templateFor(inquiry), values(inquiry, decision));
    }
    if (first && decision.question() != null && !inquiry.urgent()) {
      var values = values(inquiry, decision);
      var choices = decision.question().choices();
      if (!choices.isEmpty()) {
        values.put("choices", IntStream.range(0, choices.size())
            .mapToObj(i -> (i + 1) + " " + (spanish(inquiry) ? choices.get(i).es() : choices.get(i).en()))
            .collect(Collectors.joining(", ")));
      }
      queue(inquiry, "pregunta-lugar", values);
    }
  }

  private static String templateFor(Inquiry inquiry) {
    if (!inquiry.urgent()) {
      return "acuse-recibo";
    }
    if (NEUTRAL.contains(inquiry.category()) || inquiry.flags().contains(NEUTRAL_FLAG)) {
      return "acuse-urgente-neutral";
    }
    return inquiry.category().equals(DETENTION) ? "acuse-detencion" : "acuse-urgente";
  }

  private Map<String, Object> values(Inquiry inquiry, RoutingDecision decision) {
    var values = new HashMap<>(standard.of(inquiry.desk(), decision.country().isEmpty() ? null : decision.country()));
    values.put("reference", inquiry.reference());
    if (!inquiry.urgent()) {
      var zone = consulates.byCode(inquiry.desk()).map(c -> c.zone()).orElse((ZoneId) ZoneOffset.UTC);
      values.put("answer_by", LocalDateTime.ofInstant(inquiry.dueAt(), zone));
    }
    return values;
  }

  private void queue(Inquiry inquiry, String template, Map<String, Object> values) {
    // Whoever is in danger gets the safety message however often machines have answered them today; it comes once an inquiry.
    if (!inquiry.urgent() && !conversations.mayAnswerAutomatically(inquiry.contactId())) {
      return;
    }
    var message = NewMessage.to(inquiry.contactId(), Content.template(template, values)).asReply(inquiry.id())
        .by(inquiry.channel()).at(inquiry.addressId()).inLanguage(inquiry.language()).asAutomatic();
    long messageId = outbox.enqueue(message);
    entries.insert(new Entry(ids.next(), inquiry.id(), Entry.Kind.OUT, clock.instant(), inquiry.channel(), null, messageId, template, null,
        inquiry.version(), null), inquiry, null);
  }

  private static boolean spanish(Inquiry inquiry) {
    return !inquiry.language().equals(ENGLISH);
  }
}
