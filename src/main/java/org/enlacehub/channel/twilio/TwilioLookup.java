package org.enlacehub.channel.twilio;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.rest.api.v2010.account.message.MediaReader;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlacehub.channel.Sender;
import org.enlacehub.contact.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Twilio's list what it has: the evidence about a message of which we saw no answer, and what we may have missed. */
public final class TwilioLookup {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioLookup.class);
  private static final long PAGE = 200;
  private static final int MOST = 2_000;
  private final TwilioAccount account;

  public TwilioLookup(TwilioAccount account) {
    this.account = account;
  }

  /**
   * A message as the carrier's list has it.
   *
   * @param status Twilio's word
   * @param created when the carrier took it
   */
  public record Found(String sid, String from, String to, @Nullable String messagingService, @Nullable String body, String status,
      @Nullable String errorCode, @Nullable Instant created, boolean inbound, int media) {
    @Override
    public String toString() {
      return "Found[" + sid + "]";
    }
  }

  /**
   * What was sent to a number since a time, oldest first. The list can be filtered by the day of sending only on some accounts,
   * so the time is checked here too.
   *
   * @return empty when the list could not be read, which is no evidence of anything
   */
  public Optional<List<Found>> findSent(Sender sender, String to, Instant since) {
    var prefix = sender.channel() == Channel.WHATSAPP ? TwilioCarrier.WHATSAPP : "";
    var reader = new MessageReader().setTo(prefix + to);
    if (!sender.isService()) {
      reader.setFrom(prefix + sender.from());
    }
    return read(reader, since, MOST).map(all -> all.stream().filter(f -> !f.inbound())
        .filter(f -> !sender.isService() || sender.from().equals(f.messagingService())).toList());
  }

  /** What a sender of ours sent in a stretch of time, oldest first; empty when the list could not be read. */
  public Optional<List<Found>> findSent(Sender sender, Instant since, Instant until) {
    var reader = new MessageReader().setDateSentAfter(since.atZone(ZoneOffset.UTC)).setDateSentBefore(until.atZone(ZoneOffset.UTC));
    if (!sender.isService()) {
      reader.setFrom((sender.channel() == Channel.WHATSAPP ? TwilioCarrier.WHATSAPP : "") + sender.from());
    }
    return read(reader, since, Integer.MAX_VALUE).map(all -> all.stream().filter(f -> !f.inbound()).toList());
  }

  /**
   * What people sent to one of our numbers in a stretch of time, oldest first; empty when the list could not be read.
   *
   * @param ours E.164 number or short code; null for every number of the account
   */
  public Optional<List<Found>> findReceived(Channel channel, @Nullable String ours, Instant since, Instant until) {
    // The date of sending of an inbound message is when it reached Twilio.
    var reader = new MessageReader().setDateSentAfter(since.atZone(ZoneOffset.UTC)).setDateSentBefore(until.atZone(ZoneOffset.UTC));
    if (ours != null) {
      reader.setTo(channel == Channel.WHATSAPP ? TwilioCarrier.WHATSAPP + ours : ours);
    }
    return read(reader, since, Integer.MAX_VALUE).map(all -> all.stream().filter(Found::inbound)
        .filter(f -> f.to().startsWith(TwilioCarrier.WHATSAPP) == (channel == Channel.WHATSAPP)).toList());
  }

  /**
   * A picture, recording or document of a message.
   *
   * @param url where its bytes are
   */
  public record FoundMedia(String url, String type) {}

  /** What came with a message; empty when it could not be read. */
  public Optional<List<FoundMedia>> findMedia(String sid) {
    var client = account.client();
    if (client.isEmpty()) {
      return Optional.empty();
    }
    try {
      var all = new ArrayList<FoundMedia>();
      for (var media : new MediaReader(sid).firstPage(client.get()).getRecords()) {
        all.add(new FoundMedia(account.api() + media.getUri().replaceFirst("\\.json$", ""), media.getContentType()));
      }
      return Optional.of(all);
    } catch (RuntimeException e) {
      LOG.warn("Twilio's list of media could not be read: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private Optional<List<Found>> read(MessageReader reader, Instant since, int most) {
    var client = account.client();
    if (client.isEmpty()) {
      return Optional.empty();
    }
    try {
      var all = new ArrayList<Found>();
      reader.setPageSize(PAGE);
      var page = reader.firstPage(client.get());
      while (true) {
        boolean reachedOlder = false;
        for (var message : page.getRecords()) {
          var found = found(message);
          reachedOlder |= found.created() != null && found.created().isBefore(since);
          if (found.created() == null || !found.created().isBefore(since)) {
            all.add(found);
          }
        }
        // The list is newest first: once it is older than asked, the rest is older still.
        if (reachedOlder || !page.hasNextPage() || all.size() >= most) {
          return Optional.of(all.reversed());
        }
        page = reader.nextPage(page, client.get());
      }
    } catch (RuntimeException e) {
      LOG.warn("Twilio's list could not be read: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static Found found(Message m) {
    var inbound = m.getDirection() == Message.Direction.INBOUND;
    return new Found(m.getSid(), text(m.getFrom()), m.getTo() == null ? "" : m.getTo(), m.getMessagingServiceSid(), m.getBody(),
        m.getStatus() == null ? "" : m.getStatus().toString(), m.getErrorCode() == null ? null : m.getErrorCode().toString(),
        m.getDateCreated() == null ? null : m.getDateCreated().toInstant(), inbound, media(m.getNumMedia()));
  }

  private static String text(@Nullable Object endpoint) {
    return endpoint == null ? "" : endpoint.toString();
  }

  private static int media(@Nullable String count) {
    try {
      return count == null ? 0 : Integer.parseInt(count);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
