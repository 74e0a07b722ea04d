package org.enlacehub.inbound;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import org.enlacehub.channel.twilio.TwilioSignature;
import org.enlacehub.delivery.Receipt;
import org.enlacehub.delivery.Receipts;
import org.enlacehub.platform.settings.Settings;
import org.enlacehub.platform.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Twilio calls. Open to everybody and good for nothing without Twilio's signature; answers 2xx only after what it brought is
 * committed. Source: twilio.com/docs/usage/webhooks.
 */
@Controller("/webhooks/twilio")
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
@Produces(MediaType.TEXT_XML)
class TwilioWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioWebhooks.class);
  private static final int LARGEST = 256 * 1024;
  private static final String SIGNATURE = "X-Twilio-Signature";
  /** Answers through the API, never in the response, so the response says nothing. */
  private static final String NOTHING_TO_SAY = "<Response/>";
  private final TwilioSignature signature;
  private final Inbox inbox;
  private final Receipts receipts;
  private final Settings settings;
  private final Clock clock;

  TwilioWebhooks(TwilioSignature signature, Inbox inbox, Receipts receipts, Settings settings, Clock clock) {
    this.signature = signature;
    this.inbox = inbox;
    this.receipts = receipts;
    this.settings = settings;
    this.clock = clock;
  }

  /** A message of a person. 403 without a good signature; 400 when a signed form is no message. */
  @Post("/inbound")
  HttpResponse<String> inbound(HttpRequest<?> request, @Nullable @Body byte[] body) {
    var form = signed(request, body);
    var arrival = form.arrival(clock.instant())
        .orElseThrow(() -> ProblemException.invalid("MessageSid", "missing", "MessageSid and From are needed."));
    inbox.take(Inbox.TWILIO, arrival);
    return HttpResponse.ok(NOTHING_TO_SAY);
  }

  /** A receipt for a message of ours. An unknown message or a foreign id changes nothing and is answered like any other. */
  @Post("/status/{messageId}")
  HttpResponse<String> status(HttpRequest<?> request, String messageId, @Nullable @Body byte[] body) {
    var form = signed(request, body);
    var status = form.get("MessageStatus").or(() -> form.get("SmsStatus"));
    if (status.isPresent() && messageId.matches("\\d{1,18}")) {
      var effect = receipts.apply(new Receipt(Long.parseLong(messageId),
          form.get("MessageSid").or(() -> form.get("SmsSid")).orElse(null), status.get(), form.get("ErrorCode").orElse(null), clock.instant()));
      if (effect == Receipt.Effect.FOREIGN_ID) {
        LOG.warn("A signed receipt for message {} named another carrier id; it was ignored", messageId);
      }
    }
    return HttpResponse.ok(NOTHING_TO_SAY);
  }

  private TwilioForm signed(HttpRequest<?> request, byte @Nullable [] body) {
    if (body != null && body.length > LARGEST) {
      throw new ProblemException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "No form of a carrier is that large.");
    }
    var form = TwilioForm.read(body);
    if (!signature.valid(settings.publicUrl() + request.getUri().toString(), form.fields(), request.getHeaders().get(SIGNATURE))) {
      throw new ProblemException(HttpStatus.FORBIDDEN, "bad-signature",
          "The signature does not fit. It is made over the public address: check ENLACE_PUBLIC_URL and TWILIO_AUTH_TOKEN.");
    }
    return form;
  }
}
