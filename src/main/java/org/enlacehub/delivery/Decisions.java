package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Destination;
import org.enlacehub.contact.Recipient;
import org.enlacehub.contact.Recipients;
import org.enlacehub.contact.Recipients.Keyed;
import org.enlacehub.contact.Suppressions;
import org.enlacehub.platform.crypto.UnreadableValue;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.template.NoSuchText;
import org.enlacehub.template.UnknownTemplate;
import org.enlacehub.template.ValuesRefused;

/**
 * Decides about a batch of messages at the last moment: is it too late, does the person still want it, where do they get it, is
 * it night there, is WhatsApp's window open, and what exactly does it say. Reads in bulk; changes nothing.
 */
@Singleton
class Decisions {
  private final Recipients recipients;
  private final Suppressions suppressions;
  private final ContentStore contents;
  private final MessageTexts texts;
  private final QuietHours quiet;
  private final Senders senders;
  private final Optional<WhatsAppWindow> window;
  private final Vault vault;
  private final MergedPeople merged;

  Decisions(Recipients recipients, Suppressions suppressions, ContentStore contents, MessageTexts texts,
      QuietHours quiet, Senders senders, Optional<WhatsAppWindow> window, Vault vault, MergedPeople merged) {
    this.recipients = recipients;
    this.suppressions = suppressions;
    this.contents = contents;
    this.texts = texts;
    this.quiet = quiet;
    this.senders = senders;
    this.window = window;
    this.vault = vault;
    this.merged = merged;
  }

  /** What a batch needs, read together. */
  private record Known(Map<Long, Keyed> people, Map<Long, StoredContent> contents, Set<Long> openWindows, Instant now) {}

  /** One decision for each message, in the same order. */
  List<Decision> about(List<MessageRow> batch, Sender sender, Instant now) {
    var contactIds = batch.stream().map(MessageRow::contactId).filter(Objects::nonNull).collect(Collectors.toSet());
    var kept = contents.read(batch.stream().map(MessageRow::contentId).collect(Collectors.toSet()));
    var people = contactIds.isEmpty() ? Map.<Long, Keyed>of()
        : recipients.readKeyed(contactIds, texts.fieldsOf(kept.templates())::contains);
    var open = contents.open(kept, id -> people.containsKey(id) ? people.get(id).sealer() : null);
    var known = new Known(people, open, windows(sender, contactIds, now), now);
    var decisions = new ArrayList<Decision>(batch.size());
    for (var row : batch) {
      decisions.add(decide(row, sender, known));
    }
    return decisions;
  }

  private Decision decide(MessageRow row, Sender sender, Known known) {
    if (row.expiresAt() != null && !row.expiresAt().isAfter(known.now())) {
      return new Decision.Close(row, MessageState.EXPIRED, Reasons.EXPIRED, null);
    }
    var content = known.contents().get(row.contentId());
    if (content == null) {
      return new Decision.Close(row, MessageState.CANCELLED, Reasons.CONTACT_GONE, null);
    }
    if (row.contactId() == null) {
      return toAddress(row, sender, content);
    }
    var keyed = known.people().get(row.contactId());
    if (keyed == null) {
      return new Decision.Close(row, MessageState.CANCELLED, Reasons.CONTACT_GONE, null);
    }
    var person = keyed.recipient();
    if (merged.servedElsewhere(row, person.contactId())) {
      return new Decision.Close(row, MessageState.CANCELLED, Reasons.SAME_PERSON, null);
    }
    var destination = destination(row, person);
    if (destination.isEmpty()) {
      return otherwise(row, person, refusal(row, person));
    }
    var until = quiet.next(known.now(), content.quiet(), person.country(), person.zone());
    if (until.isAfter(known.now())) {
      return row.expiresAt() != null && !row.expiresAt().isAfter(until)
          ? new Decision.Close(row, MessageState.EXPIRED, Reasons.EXPIRED, Reasons.QUIET_HOURS)
          : new Decision.Wait(row, until, Reasons.QUIET_HOURS);
    }
    return written(row, sender, content, keyed, destination.get(), known);
  }

  private Decision written(MessageRow row, Sender sender, StoredContent content, Keyed keyed, Destination destination,
      Known known) {
    var person = keyed.recipient();
    try {
      var text = texts.of(row, content, person);
      boolean template = text.contentSid() != null;
      boolean open = known.openWindows().contains(row.contactId());
      if (row.channel() == Channel.WHATSAPP && !open && !template) {
        return row.nextChannels().isEmpty() ? new Decision.Hold(row, text.noTemplate(), null)
            : otherwise(row, person, text.noTemplate());
      }
      var outgoing = texts.outgoing(row, content, text, destination.address().value(), sender, row.channel() == Channel.WHATSAPP
          && !open,
          known.now());
      var sealed = contents.sealText(keyed.sealer(), row.id(), new ContentStore.SentText(outgoing.to(), text.subject(),
          text.body()));
      return new Decision.Send(row, outgoing, sealed, destination.address().id(), destination.address().kind(), text.segments());
    } catch (NoSuchText e) {
      return otherwise(row, person, Reasons.NO_TEXT);
    } catch (ValuesRefused e) {
      return new Decision.Close(row, MessageState.FAILED, Reasons.VALUES_MISSING, String.join(" ", e.missing()));
    } catch (UnknownTemplate e) {
      return new Decision.Close(row, MessageState.FAILED, Reasons.NO_TEMPLATE, null);
    } catch (UnreadableValue e) {
      return new Decision.Close(row, MessageState.CANCELLED, Reasons.CONTACT_GONE, null);
    }
  }

  private Decision toAddress(MessageRow row, Sender sender, StoredContent content) {
    var address = content.extras().address();
    if (address == null) {
      return new Decision.Close(row, MessageState.FAILED, Reasons.NO_ADDRESS, null);
    }
    var kind = row.channel() == Channel.EMAIL ? AddressKind.EMAIL : AddressKind.PHONE;
    if (suppressions.reason(kind, address, row.channel()).isPresent()) {
      return new Decision.Close(row, MessageState.SUPPRESSED, Reasons.OPTED_OUT, null);
    }
    try {
      var text = texts.of(row, content, null);
      var outgoing = texts.outgoing(row, content, text, address, sender, text.contentSid() != null, row.createdAt());
      var sealed = contents.sealText(vault.system(), row.id(), new ContentStore.SentText(outgoing.to(), text.subject(),
          text.body()));
      return new Decision.Send(row, outgoing, sealed, null, kind, text.segments());
    } catch (NoSuchText e) {
      return new Decision.Close(row, MessageState.FAILED, Reasons.NO_TEXT, null);
    } catch (ValuesRefused e) {
      return new Decision.Close(row, MessageState.FAILED, Reasons.VALUES_MISSING, String.join(" ", e.missing()));
    } catch (UnknownTemplate e) {
      return new Decision.Close(row, MessageState.FAILED, Reasons.NO_TEMPLATE, null);
    }
  }

  private static Optional<Destination> destination(MessageRow row, Recipient person) {
    return row.addressId() == null ? person.destination(row.channel(), row.purpose())
        : person.destinations().stream().filter(d -> d.address().id() == row.addressId())
            .filter(d -> d.mayReceive(row.channel(), row.purpose())).findFirst();
  }

  /** The reason of the address that came nearest to receiving it. */
  private static String refusal(MessageRow row, Recipient person) {
    var reasons = person.destinations().stream().map(d -> d.reason(row.channel(), row.purpose())).toList();
    if (reasons.contains("suppressed") || reasons.contains("consent-withdrawn")) {
      return Reasons.OPTED_OUT;
    }
    return reasons.contains("no-consent") ? Reasons.NO_CONSENT : Reasons.NO_ADDRESS;
  }

  /** The next channel in which the person can be reached and we have a sender; else it is not sent. */
  private Decision otherwise(MessageRow row, Recipient person, String reason) {
    var rest = new ArrayList<>(row.nextChannels());
    while (!rest.isEmpty()) {
      var channel = rest.removeFirst();
      if (person.destination(channel, row.purpose()).isEmpty()) {
        continue;
      }
      var sender = senders.choose(channel, person.country(), person.language(), person.contactId());
      if (sender.isPresent()) {
        return new Decision.Reroute(row, channel, sender.get().id(), rest, reason, row.channel().code() + " > " + channel.code());
      }
    }
    return reason.equals(Reasons.NO_TEXT) ? new Decision.Close(row, MessageState.FAILED, reason, row.channel().code())
        : Reasons.OUTSIDE_WINDOW.contains(reason) ? new Decision.Hold(row, reason, null)
        : new Decision.Close(row, MessageState.SUPPRESSED, reason, row.channel().code());
  }

  private Set<Long> windows(Sender sender, Collection<Long> contactIds, Instant now) {
    return sender.channel() != Channel.WHATSAPP || contactIds.isEmpty() ? Set.of()
        : window.map(w -> w.open(contactIds, now)).orElse(Set.of());
  }
}
