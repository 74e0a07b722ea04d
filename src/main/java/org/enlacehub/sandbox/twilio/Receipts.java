package org.enlacehub.sandbox.twilio;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.enlacehub.sandbox.SandboxCarriers;

/** Posts a message's state to its StatusCallback with the fields that Twilio sends. One retry, as Twilio's default is little. */
@Singleton
final class Receipts {
  private static final DateTimeFormatter DONE = DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

  private final SignedPost post;
  private final Clock clock;

  Receipts(SignedPost post, Clock clock) {
    this.post = post;
    this.clock = clock;
  }

  /** Posts and waits for the answer. */
  void post(BookedMessage message, Itinerary.Step step, boolean twice) {
    var url = message.details().statusCallback();
    if (url == null) {
      return;
    }
    var fields = fields(message, step);
    for (int copy = 0; copy < (twice ? 2 : 1); copy++) {
      if (SignedPost.isWorthRetrying(post.send(url, fields))) {
        post.send(url, fields);
      }
    }
  }

  private Map<String, String> fields(BookedMessage message, Itinerary.Step step) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("MessageSid", message.sid());
    fields.put("SmsSid", message.sid());
    fields.put("MessageStatus", step.status().word());
    fields.put("SmsStatus", step.status().word());
    fields.put("AccountSid", SandboxCarriers.ACCOUNT_SID);
    fields.put("ApiVersion", "2010-04-01");
    fields.put("From", message.from());
    fields.put("To", message.to());
    var service = message.details().messagingServiceSid();
    if (service != null) {
      fields.put("MessagingServiceSid", service);
    }
    if (step.errorCode() != 0) {
      fields.put("ErrorCode", Integer.toString(step.errorCode()));
      fields.put("ErrorMessage", TwilioError.reason(step.errorCode()));
    }
    if (Address.isWhatsApp(message.to())) {
      fields.put("ChannelPrefix", "whatsapp");
      fields.put("ChannelToAddress", Address.number(message.to()));
      fields.put("StructuredMessage", "false");
      if (step.status() == Status.READ || step.status() == Status.DELIVERED) {
        fields.put("EventType", step.status().name());
      }
    } else if (step.status() == Status.DELIVERED || step.status() == Status.UNDELIVERED) {
      fields.put("RawDlrDoneDate", DONE.format(clock.instant()));
    }
    return fields;
  }
}
