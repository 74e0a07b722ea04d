package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.territory.PlaceNames;

/** Calling colleagues by {@code @name} in a note: they are told on every page until they open the matter. Only who may see it can be called. */
@Singleton
public class Mentions {
  private final MentionRepository mentions;
  private final Protection protection;
  private final Staffs staffs;
  private final Clock clock;

  Mentions(MentionRepository mentions, Protection protection, Staffs staffs, Clock clock) {
    this.mentions = mentions;
    this.protection = protection;
    this.staffs = staffs;
    this.clock = clock;
  }

  /** Who may be called in a matter. */
  @Transactional
  public List<Staff> callable(Inquiry inquiry) {
    return inquiry.restricted() ? protection.named(inquiry) : staffs.atDesk(inquiry.desk());
  }

  /** Calls everyone whom a note names: by their whole name, or by the first one when nobody else there has it. */
  void note(Inquiry inquiry, Entry note, Actor author) {
    if (note.body() == null || note.body().indexOf('@') < 0) {
      return;
    }
    var text = PlaceNames.fold(note.body());
    var all = callable(inquiry);
    all.stream().filter(staff -> staff.id() != author.staffId()).filter(staff -> names(text, PlaceNames.fold(staff.name()))
        || all.stream().filter(other -> first(other).equals(first(staff))).count() == 1 && names(text, first(staff)))
        .forEach(staff -> mentions.add(note.id(), staff.id(), inquiry.id()));
  }

  /** The actor looks at the matter: what was to be told is told. */
  @Transactional
  public void read(long inquiryId, Actor actor) {
    mentions.read(inquiryId, actor.staffId(), clock.instant());
  }

  /** In how many matters the actor is called and has not looked yet. */
  @Transactional
  public int unread(Actor actor) {
    return actor.staffId() == 0 ? 0 : mentions.unread(Sight.of(actor));
  }

  private static boolean names(String text, String name) {
    return Pattern.compile("@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])").matcher(text).find();
  }

  private static String first(Staff staff) {
    return PlaceNames.fold(staff.name()).split("\\s+")[0];
  }
}
