package org.enlacehub.channel.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.util.List;
import org.enlacehub.channel.Carrier;
import org.enlacehub.channel.Outgoing;
import org.enlacehub.channel.SendOutcome;
import org.enlacehub.channel.Sender;
import org.enlacehub.contact.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SMS and WhatsApp by Twilio's message resource. */
final class TwilioCarrier implements Carrier {
  static final String WHATSAPP = "whatsapp:";
  private static final Logger LOG = LoggerFactory.getLogger(TwilioCarrier.class);
  private static final int LONGEST_VALIDITY = 36_000;
  private final TwilioAccount account;

  TwilioCarrier(TwilioAccount account) {
    this.account = account;
  }

  @Override
  public boolean carries(Channel channel) {
    return channel == Channel.SMS || channel == Channel.WHATSAPP;
  }

  @Override
  public SendOutcome send(Sender sender, Outgoing message) {
    var client = account.client();
    if (client.isEmpty()) {
      return new SendOutcome.OurFault("twilio-not-configured");
    }
    var note = new TwilioTransport.Note();
    try {
      var sid = ScopedValue.where(TwilioTransport.NOTE, note).call(() -> creator(sender, message).create(client.get()).getSid());
      return sid == null ? new SendOutcome.Uncertain("answer-without-sid") : new SendOutcome.Accepted(sid);
    } catch (TwilioTransport.NotReached e) {
      return new SendOutcome.TryLater("not-reached", Duration.ZERO);
    } catch (TwilioTransport.AnswerLost e) {
      return new SendOutcome.Uncertain("answer-lost");
    } catch (ApiException e) {
      return refused(note, e);
    } catch (TwilioException e) {
      return new SendOutcome.Uncertain("sdk-failed");
    } catch (RuntimeException e) {
      // The message's own text may stand in the exception's.
      LOG.error("Handing message {} to Twilio failed with {}", message.messageId(), e.getClass().getName());
      return note.status == 0 ? new SendOutcome.Uncertain("failed-before-answer")
          : new SendOutcome.Uncertain("answer-unreadable");
    }
  }

  private static SendOutcome refused(TwilioTransport.Note note, ApiException e) {
    if (note.status >= 200 && note.status < 300) {
      return new SendOutcome.Uncertain("answer-unreadable");
    }
    boolean told = e.getCode() != null && !(e.getCause() instanceof JsonProcessingException);
    return TwilioErrors.outcome(note.status, told ? e.getCode() : 0, note.retryAfter);
  }

  private static MessageCreator creator(Sender sender, Outgoing message) {
    var prefix = sender.channel() == Channel.WHATSAPP ? WHATSAPP : "";
    var to = new PhoneNumber(prefix + message.to());
    var body = message.contentSid() == null ? message.body() : null;
    var creator = sender.isService() ? new MessageCreator(to, sender.from(), body)
        : new MessageCreator(to, new PhoneNumber(prefix + sender.from()), body);
    if (message.contentSid() != null) {
      creator.setContentSid(message.contentSid());
      if (!message.contentVariables().isEmpty()) {
        creator.setContentVariables(Json.object(message.contentVariables()));
      }
    }
    if (message.mediaUrl() != null && message.contentSid() == null) {
      creator.setMediaUrl(List.of(message.mediaUrl()));
    }
    if (message.statusCallback() != null) {
      creator.setStatusCallback(message.statusCallback());
    }
    if (message.validity() != null && sender.channel() == Channel.SMS) {
      creator.setValidityPeriod((int) Math.clamp(message.validity().toSeconds(), 1, LONGEST_VALIDITY));
    }
    return creator;
  }
}
