package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;

/**
 * A single message to be queued. Make one with {@link #to} or {@link #toAddress} and add to it.
 *
 * @param contactId whom it is for; null only with {@code address}
 * @param addressId the contact's address to use; null for the best of the channel
 * @param address an address that is no contact's (staff, alerts); E.164 or mail
 * @param channels in order of preference; empty for every channel in which the person can be reached, best first
 * @param language ISO 639; null for the contact's own
 * @param due not before; null for at once
 * @param expires too late after; null for never
 * @param fallbackAfter without a delivery by then the next channel is tried; null for only when this one fails
 * @param sender lane to use, such as the number that the person wrote to; null for the usual choice
 * @param inReplyTo {@code Message-ID} of the mail that it answers
 * @param automatic nobody wrote it by hand
 * @param media a picture or recording to send along
 * @param idempotency a second message with the same key is not queued; the first one's id is returned
 */
public record NewMessage(@Nullable Long contactId, @Nullable Long addressId, @Nullable String address, List<Channel> channels,
    Content content, Purpose purpose, Priority priority, Quiet quiet, @Nullable String language, @Nullable Instant due,
    @Nullable Instant expires, @Nullable Duration fallbackAfter, @Nullable Long campaignId, @Nullable Long inquiryId,
    @Nullable String sender, @Nullable String inReplyTo, boolean automatic, @Nullable URI media, @Nullable String idempotency) {

  public NewMessage {
    channels = List.copyOf(channels);
    if ((contactId == null) == (address == null)) {
      throw new IllegalArgumentException("a message is for a contact or for an address");
    }
    if (address != null && channels.size() != 1) {
      throw new IllegalArgumentException("a message to an address names its channel");
    }
  }

  /** A service message to a contact, by the best channel, at once. */
  public static NewMessage to(long contactId, Content content) {
    return new NewMessage(contactId, null, null, List.of(), content, Purpose.SERVICE, Priority.SERVICE, Quiet.OF_COUNTRY, null,
        null,
        null, null, null, null, null, null, false, null, null);
  }

  /** A service message to an address that is no contact's. */
  public static NewMessage toAddress(String address, Channel channel, Content content) {
    return new NewMessage(null, null, address, List.of(channel), content, Purpose.SERVICE, Priority.SERVICE, Quiet.NONE, null,
        null,
        null, null, null, null, null, null, false, null, null);
  }

  /** An answer in a conversation: before campaigns, at any hour. */
  public NewMessage asReply(long inquiryId) {
    return new NewMessage(contactId, addressId, address, channels, content, Purpose.SERVICE, Priority.REPLY, Quiet.NONE,
        language, due,
        expires, fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage by(Channel... order) {
    return new NewMessage(contactId, addressId, address, List.of(order), content, purpose, priority, quiet, language, due,
        expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage at(long addressId) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage with(Purpose purpose, Priority priority, Quiet quiet) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage inLanguage(@Nullable String language) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage between(@Nullable Instant due, @Nullable Instant expires) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage fallbackAfter(@Nullable Duration wait) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        wait,
        campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  /** Counted with a campaign, though it is not one of its mailing: a confirmation, a test send. */
  public NewMessage ofCampaign(long campaignId) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage from(@Nullable String sender) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage answering(@Nullable String inReplyTo) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage asAutomatic() {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, true, media, idempotency);
  }

  public NewMessage withMedia(@Nullable URI media) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }

  public NewMessage once(@Nullable String idempotency) {
    return new NewMessage(contactId, addressId, address, channels, content, purpose, priority, quiet, language, due, expires,
        fallbackAfter, campaignId, inquiryId, sender, inReplyTo, automatic, media, idempotency);
  }
}
