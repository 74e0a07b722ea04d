package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.MergeOutcome;
import org.enlacehub.contact.Merges;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.Timeline;
import org.enlacehub.contact.TimelineEntry;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who was registered twice goes on in one conversation once both records are merged. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergedPersonTest implements TestDatabase {
  private static final Actor ADMIN = new Actor(1, "Ana", Set.of(Role.ADMINISTRATOR), null);
  private static final Origin STAFF = Origin.staff(ADMIN, "console");
  @Inject Inquirers inquirers;
  @Inject Merges merges;
  @Inject Contacts contacts;
  @Inject Timeline timeline;
  @Inject Windows windows;
  @Inject Languages languages;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  @Test
  void theOpenInquiryOfEitherGoesOnAndStandsOnTheTimeline() {
    var keeps = inquirers.person("name", "Una Persona");
    var goes = inquirers.person("name", "Una Persona");
    var begun = inquirers.writes(goes, Inquirers.PASSPORT);
    var merge = assertInstanceOf(MergeOutcome.Done.class, merges.merge(keeps.id(), goes.id(), STAFF)).mergeId();

    var again = inquirers.writes(contacts.find(keeps.id(), ADMIN.scope()).orElseThrow(), "y cuanto cuesta", Channel.WHATSAPP, java.time.Duration.ZERO);

    assertEquals(begun.id(), again.id(), "one inquiry, whatever number the person writes from");
    assertEquals(Set.of(keeps.id(), goes.id()), windows.open(Set.of(keeps.id(), goes.id()), again.lastActivityAt()));
    var told = timeline.entries(keeps.id(), ADMIN, languages.texts("es"), (name, _) -> name, 50).stream().map(TimelineEntry::text).toList();
    assertTrue(told.stream().anyMatch(text -> text.contains(begun.reference())), told::toString);

    merges.undo(merge, STAFF);
    assertEquals(begun.id(), inquirers.writes(contacts.find(goes.id(), ADMIN.scope()).orElseThrow(), "gracias").id());
  }
}
