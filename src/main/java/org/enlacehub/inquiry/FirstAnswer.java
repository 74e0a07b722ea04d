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
 * that a person is being called, what helps until then and the one question that has no answer yet, in neutral words where somebody else may hold the telephone. A message of everyday severity whose
 * place is unknown is also asked for it, once.
 */
@Singleton
class FirstAnswer {
  /** Where an abuser may read along, the answer names no danger. */
  private static final Set<String> NEUTRAL = Set.of("GBV", "TRF");
  private static final String NEUTRAL_FLAG = "UNSAFE_TO_REPLY";
  private static final String DETENTION = "DET";
  private static final String ENGLISH = "en";
  /** Rules of {@code config/routing/rules.yml} by which a message itself tells where somebody is. */
  private static final Set<String> SAID = Set.of("pin", "facility", "held", "present", "lives", "postal-text", "named");
  private final SafetyWords safety;
  private final Outbox outbox;
  private final EntryRepository entries;
  private final Conversations conversations;
  private final StandardValues standard;
  private final Consulates consulates;
  private final Ids ids;
  private final Clock clock;

  FirstAnswer(SafetyWords safety, Outbox outbox, EntryRepository entries, Conversations conversations, StandardValues standard, Consulates consulates,
      Ids ids, Clock clock) {
    this.safety = safety;
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
   * @param words what the person wrote
   * @param first the inquiry begins, or is taken up again
   * @param graver it was not urgent and is now
   */
  void send(Inquiry inquiry, RoutingDecision decision, String words, boolean first, boolean graver) {
    if (first || graver) {
      var values = values(inquiry, decision);
      if (inquiry.urgent()) {
        var said = said(inquiry, decision, words, first);
        values.put("safety", said.sentence());
        values.put("question", said.question());
      }
      queue(inquiry, templateFor(inquiry), values);
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

  /** What helps until a person answers, and the one question that has no answer yet. */
  SafetyWords.Said said(Inquiry inquiry, RoutingDecision decision, String words, boolean first) {
    return safety.of(inquiry.category(), decision.country(), inquiry.language(), words, placeSaid(decision) || !first && inquiry.routed());
  }

  /** Whether the message itself says in which place the person is; where they live or where their number comes from is not said now. */
  private static boolean placeSaid(RoutingDecision decision) {
    return !decision.place().isEmpty() && decision.because().stream().anyMatch(reason -> SAID.contains(reason.rule()));
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
