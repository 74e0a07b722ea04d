package org.enlacehub.sandbox.twilio;

import jakarta.inject.Singleton;
import java.util.List;

/** Decides about a create request: checks it, books it, sets the message on its way, and says how to answer. */
@Singleton
final class Acceptance {
  private static final String RUBBISH = "<html><body><h1>It works!</h1></body></html>";
  private static final String BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";

  private final Faults faults;
  private final CarrierBook book;
  private final Journeys journeys;
  private final OptOuts optOuts;
  private final Sessions sessions;
  private final ContentShelf content;
  private final SenderLimit limit;

  Acceptance(Faults faults, CarrierBook book, Journeys journeys, OptOuts optOuts, Sessions sessions, ContentShelf content,
      SenderLimit limit) {
    this.faults = faults;
    this.book = book;
    this.journeys = journeys;
    this.optOuts = optOuts;
    this.sessions = sessions;
    this.content = content;
    this.limit = limit;
  }

  Answer create(Form form) {
    var state = faults.now();
    long request = faults.nextRequest();
    if (Faults.isNth(request, state.lostRequestEvery())) {
      return new Answer.Silence();
    }
    if (Faults.isNth(request, state.failEvery())) {
      return new Answer.Refused(TwilioError.internal());
    }
    var wanted = CreateRequest.of(form);
    var fault = wanted.fault();
    if (fault.isPresent()) {
      return new Answer.Refused(fault.get());
    }
    if (!limit.admits(wanted.from(), state.perSecond(), System.nanoTime())) {
      return new Answer.Refused(TwilioError.tooMany());
    }
    if (optOuts.isOut(wanted.to(), wanted.from())) {
      return new Answer.Refused(((Effect.Refuse) NumberBehaviour.OPTED_OUT.on(false)).error());
    }
    return answer(wanted, NumberBehaviour.of(wanted.to()), state, request);
  }

  private Answer answer(CreateRequest wanted, Effect effect, Faults.State state, long request) {
    return switch (effect) {
      case Effect.Refuse(var error) -> new Answer.Refused(error.about(wanted.to()));
      case Effect.RefuseFirst(var error) when faults.refusesStill(wanted.to()) -> new Answer.Refused(error);
      case Effect.LoseRequest() -> new Answer.Silence();
      case Effect.ProxyError() -> new Answer.Rubbish(502, BAD_GATEWAY);
      default -> {
        var message = book(wanted, effect);
        yield switch (effect) {
          case Effect.LoseResponse() -> new Answer.Silence();
          case Effect.GarbledAnswer() -> new Answer.Rubbish(201, RUBBISH);
          case Effect.SlowAnswer() -> new Answer.Delayed(new Answer.Created(message), state.slowMs());
          case Effect _ when Faults.isNth(request, state.lostResponseEvery()) -> new Answer.Silence();
          case Effect _ when Faults.isNth(request, state.garbledEvery()) -> new Answer.Rubbish(201, RUBBISH);
          default -> new Answer.Created(message);
        };
      }
    };
  }

  private BookedMessage book(CreateRequest wanted, Effect effect) {
    boolean template = wanted.contentSid() != null;
    var text = template ? content.render(wanted.contentSid(), wanted.contentVariables()) : wanted.body();
    var details = new Details(text, wanted.media(), List.of(), wanted.contentSid(), wanted.statusCallback(),
        wanted.messagingServiceSid(), null, null);
    var message = book.append(new Draft(false, wanted.from(), wanted.to(), details),
        wanted.messagingServiceSid() == null ? Status.QUEUED : Status.ACCEPTED);
    boolean outside = wanted.isWhatsApp() && !template && !sessions.isOpen(wanted.to(), wanted.from());
    journeys.start(message, outside ? new Effect.End(Status.FAILED, 63016) : effect);
    return message;
  }
}
