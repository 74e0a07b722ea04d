package org.enlacehub.inbound;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactIntake;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.contact.SuppressionReason;
import org.enlacehub.contact.Suppressions;
import org.enlacehub.delivery.Messages;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.inquiry.Incoming;
import org.enlacehub.inquiry.Reception;
import org.enlacehub.inquiry.urgent.Alarms;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.triage.Triage;
import org.enlacehub.triage.Verdict;

/**
 * One transaction for several messages of different senders: who wrote it, is it an officer's answer to an alarm, is it a command, else to a desk. Danger is looked for
 * before any command.
 */
@Singleton
class HandOn {
  /** Triage's word for "do not write to me any more", in whatever words. */
  private static final String OPT_OUT = "OPT";
  /** The rule that triage names where no rule of its files matched. */
  private static final String BY_LIKENESS = "examples";
  private static final String UNKNOWN_LANGUAGE = "und";
  private static final String TO_DESK = "inquiry";
  /** It answered something, and no officer needs to read it. */
  private static final String SETTLED = "settled";
  private final ArrivalRepository arrivals;
  private final ContactIntake intake;
  private final ContactKeys keys;
  private final Suppressions suppressions;
  private final Triage triage;
  private final Commands commands;
  private final Alarms alarms;
  private final Reception reception;
  private final Messages messages;
  private final Outbox outbox;
  private final Senders senders;
  private final Statements sql;

  HandOn(ArrivalRepository arrivals, ContactIntake intake, ContactKeys keys, Suppressions suppressions, Triage triage, Commands commands,
      Alarms alarms, Reception reception, Messages messages, Outbox outbox, Senders senders, Statements sql) {
    this.arrivals = arrivals;
    this.intake = intake;
    this.keys = keys;
    this.suppressions = suppressions;
    this.triage = triage;
    this.commands = commands;
    this.alarms = alarms;
    this.reception = reception;
    this.messages = messages;
    this.outbox = outbox;
    this.senders = senders;
    this.sql = sql;
  }

  /** All of them or, when one fails, none. Passes over those that another thread or node is at, or that are done. */
  @Transactional
  void handle(List<Long> ids, BiFunction<Long, byte[], Arrival> open) {
    sql.together(() -> arrivals.claim(ids).forEach((id, payload) -> handle(id, open.apply(id, payload))));
  }

  private void handle(long id, Arrival arrival) {
    var sender = Correspondent.of(arrival);
    if (sender.isEmpty()) {
      arrivals.setAside(id, "no-sender");
    } else if (senders.withAddress(arrival.channel(), sender.get().value()).isPresent()) {
      // One of our own numbers writes to another: machines that talk to each other.
      arrivals.setAside(id, "own-number");
    } else if (alarms.answered(arrival.channel(), sender.get().value(), arrival.text()).isPresent()) {
      arrivals.done(id, "alarm");
    } else {
      arrivals.done(id, keys.remembering(() -> handle(id, arrival, sender.get())));
    }
  }

  private String handle(long id, Arrival arrival, Correspondent sender) {
    var verdict = triage.assess(arrival.text());
    var spoken = Optional.of(verdict.language()).filter(language -> !language.equals(UNKNOWN_LANGUAGE));
    var known = intake.findOrCreate(sender.kind(), sender.value(), arrival.at(),
        new ContactIntake.Hints(arrival.channel(), arrival.profileName(), spoken.orElse(null)));
    if (!arrival.ours().isEmpty()) {
      outbox.wroteTo(known.contactId(), arrival.channel(), arrival.ours(), arrival.at());
    }
    var command = commands.confirms(arrival, known) ? Optional.<Command>of(new Command.Confirm()) : command(arrival, sender, verdict);
    boolean toDesk = true;
    if (command.isPresent()) {
      commands.obey(command.get(), arrival, sender, known);
    } else {
      var inquiry = reception.receive(new Incoming(id, known.contactId(), known.addressId(), arrival.channel(),
          sender.kind() == AddressKind.PHONE ? sender.value() : null, arrival.text(), arrival.latitude(), arrival.longitude(),
          arrival.media().stream().map(m -> Incoming.Attached.atCarrier(m.name(), m.url(), m.contentType())).toList(),
          arrival.quotes() == null ? null : messages.ofCarrier(known.contactId(), arrival.quotes()).orElse(null), verdict, arrival.at()));
      toDesk = inquiry.isPresent();
    }
    if (arrival.channel() == Channel.WHATSAPP && !command.filter(Command.Stop.class::isInstance).isPresent()) {
      outbox.windowOpened(known.contactId());
    }
    return command.map(Command::word).orElse(toDesk ? TO_DESK : SETTLED);
  }

  /**
   * What the message commands; empty when a person must read it. Whatever the carrier recognised and has acted on is recorded here too,
   * so that the two lists of who wants no messages stay the same; a cry for help that contains it still reaches a desk. Words that are a
   * command and nothing else hold no cry; AYUDA, which our own texts invite people to write, is one when it is shouted.
   */
  private Optional<Command> command(Arrival arrival, Correspondent sender, Verdict verdict) {
    var carriers = carriers(arrival, sender);
    var said = Command.of(arrival.text());
    boolean shouted = said.filter(Command.Help.class::isInstance).isPresent() && arrival.text().contains("!");
    if (verdict.alarm() && (said.isEmpty() || shouted)) {
      carriers.ifPresent(did -> {
        if (did instanceof Command.Stop) {
          commands.stop(arrival, sender);
        } else {
          commands.start(arrival, sender);
        }
      });
      return Optional.empty();
    }
    return carriers.or(() -> said).or(() -> optsOut(arrival, verdict) ? Optional.of(new Command.Stop()) : Optional.empty());
  }

  /** Likeness to what others wrote silences nobody by itself: the words must refuse, and speak of messages. */
  private static boolean optsOut(Arrival arrival, Verdict verdict) {
    return verdict.category().equals(OPT_OUT)
        && (verdict.because().stream().anyMatch(reason -> !reason.rule().equals(BY_LIKENESS)) || Command.refusesMessages(arrival.text()));
  }

  /** STOP or START when the carrier took the message for one. Twilio takes "yes" for START, which is one only of somebody who stopped. */
  private Optional<Command> carriers(Arrival arrival, Correspondent sender) {
    return switch (arrival.optOut()) {
      case "STOP" -> Optional.of(new Command.Stop());
      case "START" -> suppressions.reason(sender.kind(), sender.value(), arrival.channel()).filter(SuppressionReason.STOP::equals)
          .map(_ -> new Command.Start());
      case null, default -> Optional.empty();
    };
  }
}
