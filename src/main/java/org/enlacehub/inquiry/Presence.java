package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;

/** Who looks at an inquiry or writes an answer at this moment, so that two do not answer at once. */
@Singleton
public class Presence {
  /** Who has not said for so long that they are here is not. */
  static final Duration NEWS = Duration.ofSeconds(20);
  private final PresenceRepository presence;
  private final InquiryRepository inquiries;
  private final Staffs staffs;
  private final Clock clock;

  Presence(PresenceRepository presence, InquiryRepository inquiries, Staffs staffs, Clock clock) {
    this.presence = presence;
    this.inquiries = inquiries;
    this.staffs = staffs;
    this.clock = clock;
  }

  /** Somebody else who is here. */
  public record Colleague(String name, boolean writing) {}

  /** Notes that the actor is here, and tells who else is; empty when the inquiry is not at their desk. */
  @Transactional
  public Optional<List<Colleague>> here(long inquiryId, Actor actor, boolean writing) {
    if (inquiries.find(inquiryId, Sight.of(actor)).isEmpty()) {
      return Optional.empty();
    }
    var now = clock.instant();
    if (actor.staffId() != 0) {
      presence.note(inquiryId, actor.staffId(), writing, now);
    }
    var others = presence.others(inquiryId, actor.staffId(), now.minus(NEWS));
    var names = others.isEmpty() ? Map.<Long, Staff>of()
        : staffs.findAll(others.stream().map(PresenceRepository.Here::staffId).toList());
    return Optional.of(others.stream().filter(o -> names.containsKey(o.staffId()))
        .map(o -> new Colleague(names.get(o.staffId()).name(), o.writing())).toList());
  }
}
