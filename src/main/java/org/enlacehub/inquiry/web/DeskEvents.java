package org.enlacehub.inquiry.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import java.time.Duration;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.inquiry.Feed;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The living page's stream: event {@code queue} for any change at the desk, {@code inquiry-ID} for one. Carries ids only. */
@Controller("/bandeja")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class DeskEvents {
  /** Proxies close streams that stay silent. */
  private static final Duration BEAT = Duration.ofSeconds(15);
  private final Feed feed;

  DeskEvents(Feed feed) {
    this.feed = feed;
  }

  @Get("/eventos")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> events(Authentication authentication) {
    var news = feed.news(Actor.of(authentication)).flatMapIterable(n -> List.of(
        Event.of(Long.toString(n.inquiryId())).name("inquiry-" + n.inquiryId()), Event.of(Long.toString(n.inquiryId())).name("queue")));
    var beats = Flux.interval(BEAT).map(_ -> Event.of("").name("beat"));
    return Flux.merge(Flux.just(Event.of("").name("open")), news, beats).onBackpressureDrop();
  }
}
