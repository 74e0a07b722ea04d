package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.enlacehub.sandbox.ProductAddress;
import org.enlacehub.sandbox.SandboxCarriers;

/**
 * Brings what a migrant sends to the product: books it, so that the message list shows it, and posts it to
 * {@code /webhooks/twilio/inbound}. Once only: as with Twilio, what the product misses it must find in the list.
 */
@Singleton
public final class Inbound {
  /** Where the product takes inbound messages. */
  public static final String WEBHOOK = "/webhooks/twilio/inbound";

  private final CarrierBook book;
  private final Faults faults;
  private final OptOuts optOuts;
  private final Sessions sessions;
  private final SignedPost post;
  private final ProductAddress product;
  private final NumberPlan plan;

  Inbound(CarrierBook book, Faults faults, OptOuts optOuts, Sessions sessions, SignedPost post, ProductAddress product,
      NumberPlan plan) {
    this.book = book;
    this.faults = faults;
    this.optOuts = optOuts;
    this.sessions = sessions;
    this.post = post;
    this.product = product;
    this.plan = plan;
  }

  /**
   * @param message as booked
   * @param status the product's HTTP status; -1 when it did not answer, 0 when it was not asked
   */
  public record Delivery(BookedMessage message, int status) {
    /** True when the product took it. */
    public boolean taken() {
      return status >= 200 && status < 300;
    }
  }

  /** Books and posts, and waits for the product's answer. */
  public Delivery deliver(InboundMessage inbound) {
    var shelf = product.twilioUrl() + "/2010-04-01/Accounts/" + SandboxCarriers.ACCOUNT_SID + "/Messages/";
    // The media's address holds the message's identifier, which is known only once it is booked; Twilio's own is as loose:
    // any message's path leads to the item.
    var urls = inbound.media().stream().map(item -> shelf + "MM" + item.sid().substring(2) + "/Media/" + item.sid()).toList();
    var details = new Details(inbound.body(), urls, inbound.media().stream().map(MediaShelf.Item::type).toList(), null, null,
        null, inbound.latitude(), inbound.longitude());
    var optOut = optOuts.hear(inbound.sender(), inbound.recipient(), inbound.body());
    var message = book.append(new Draft(true, inbound.sender(), inbound.recipient(), details), Status.RECEIVED);
    sessions.heard(message.from(), message.to(), message.arrived());
    if (!faults.now().inboundWebhooks()) {
      return new Delivery(message, 0);
    }
    return new Delivery(message, post.send(product.url() + WEBHOOK, fields(inbound, message, optOut)));
  }

  /** Posts a message again under its old identifier, as happens when an answer was lost; returns the HTTP status. */
  public int repeat(BookedMessage message) {
    var details = message.details();
    var inbound = new InboundMessage(Address.number(message.from()), Address.isWhatsApp(message.from()), details.body(), null,
        java.util.List.of(), details.latitude(), details.longitude());
    return post.send(product.url() + WEBHOOK, fields(inbound, message, null));
  }

  private Map<String, String> fields(InboundMessage inbound, BookedMessage message, @Nullable String optOut) {
    var details = message.details();
    var fields = new LinkedHashMap<String, String>();
    fields.put("MessageSid", message.sid());
    fields.put("SmsMessageSid", message.sid());
    fields.put("SmsSid", message.sid());
    fields.put("AccountSid", SandboxCarriers.ACCOUNT_SID);
    fields.put("ApiVersion", "2010-04-01");
    fields.put("SmsStatus", "received");
    fields.put("From", message.from());
    fields.put("To", message.to());
    fields.put("Body", details.body());
    fields.put("NumSegments", Integer.toString(inbound.whatsapp() ? 1 : Segments.of(details.body())));
    fields.put("NumMedia", Integer.toString(details.media().size()));
    for (int i = 0; i < details.media().size(); i++) {
      fields.put("MediaUrl" + i, details.media().get(i));
      fields.put("MediaContentType" + i, details.mediaTypes().get(i));
    }
    if (optOut != null) {
      fields.put("OptOutType", optOut);
    }
    if (inbound.whatsapp()) {
      whatsapp(inbound, fields);
    } else {
      fields.putAll(plan.fields("From", inbound.from()));
      fields.putAll(plan.fields("To", message.to()));
    }
    return fields;
  }

  private static void whatsapp(InboundMessage inbound, Map<String, String> fields) {
    fields.put("MessageType", inbound.type());
    fields.put("WaId", inbound.from().substring(1));
    fields.put("ProfileName", inbound.profileName() == null ? inbound.from() : inbound.profileName());
    fields.put("ChannelMetadata", "{\"type\":\"whatsapp\",\"data\":{\"context\":{}}}");
    if (inbound.latitude() != null && inbound.longitude() != null) {
      fields.put("Latitude", Double.toString(inbound.latitude()));
      fields.put("Longitude", Double.toString(inbound.longitude()));
    }
  }
}
