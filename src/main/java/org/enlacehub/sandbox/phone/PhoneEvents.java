package org.enlacehub.sandbox.phone;

import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.enlacehub.sandbox.mail.CaughtMails;
import org.enlacehub.sandbox.twilio.Address;
import org.enlacehub.sandbox.twilio.CarrierBook;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Tells open pages that something happened. Only that it did: the page then asks for what it shows. */
@Singleton
final class PhoneEvents {
  private static final Duration THREAD_EVERY = Duration.ofMillis(150);
  private static final Duration PEOPLE_EVERY = Duration.ofSeconds(1);
  private static final Duration ALIVE_EVERY = Duration.ofSeconds(20);

  private final Set<Consumer<String>> pages = ConcurrentHashMap.newKeySet();

  PhoneEvents(CarrierBook book, CaughtMails mails) {
    book.onChange(message -> tell(Address.number(message.person())));
    mails.onArrival(mail -> mail.recipients().forEach(this::tell));
  }

  /** Something of this number or mail address changed. */
  void tell(String address) {
    pages.forEach(page -> page.accept(address));
  }

  /** The events {@code thread} of one person and {@code people} of anyone, each only so often; {@code alive} now and then. */
  Publisher<Event<String>> of(List<String> addresses) {
    var changes = Flux.<String>create(sink -> {
      Consumer<String> page = sink::next;
      pages.add(page);
      sink.onDispose(() -> pages.remove(page));
    }, reactor.core.publisher.FluxSink.OverflowStrategy.LATEST).share();
    return Flux.merge(
        changes.filter(address -> addresses.stream().anyMatch(address::equalsIgnoreCase)).sample(THREAD_EVERY)
            .map(_ -> Event.of("1").name("thread")),
        changes.sample(PEOPLE_EVERY).map(_ -> Event.of("1").name("people")),
        // What happened between the drawing of the page and this moment, or while the connection was gone.
        Flux.just(Event.of("1").name("thread"), Event.of("1").name("people")),
        Flux.interval(ALIVE_EVERY, ALIVE_EVERY).map(_ -> Event.of("1").name("alive")));
  }
}
