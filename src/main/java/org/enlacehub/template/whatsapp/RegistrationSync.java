package org.enlacehub.template.whatsapp;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.template.ContentDraft;
import org.enlacehub.template.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what we know of WhatsApp texts and what the carrier's account has together: registers what was asked for, finds what is there
 * already, and reads how approvals stand. Repeatable: what a run that broke off has made is found by its name in the next.
 */
@Singleton
public class RegistrationSync {
  private static final Logger LOG = LoggerFactory.getLogger(RegistrationSync.class);
  private final ContentAccount account;
  private final Templates templates;
  private final RegistrationRepository repository;
  private final Registrations registrations;
  private final Clock clock;

  RegistrationSync(ContentAccount account, Templates templates, RegistrationRepository repository, Registrations registrations,
      Clock clock) {
    this.account = account;
    this.templates = templates;
    this.repository = repository;
    this.registrations = registrations;
    this.clock = clock;
  }

  /** A text by the carrier's measure. */
  private record Key(String name, String language) {}

  /** One run. */
  public void run() {
    var known = repository.all();
    boolean asked = known.stream().anyMatch(row -> row.state() == ContentState.ASKED);
    if (!account.exists()) {
      if (asked) {
        save(known.stream().filter(row -> row.state() == ContentState.ASKED)
            .map(row -> row.in(ContentState.REFUSED, "twilio-not-configured", null, clock.instant())).toList());
      }
      return;
    }
    try {
      settle(known, byKey(account.list()));
    } catch (ContentRefused e) {
      LOG.warn("The carrier's list of WhatsApp texts could not be read: {}", e.code());
      save(known.stream().filter(row -> row.state() == ContentState.ASKED)
          .map(row -> row.in(ContentState.ASKED, e.code(), e.getMessage(), clock.instant())).toList());
    }
  }

  private static Map<Key, ContentAccount.Held> byKey(List<ContentAccount.Held> all) {
    var held = new HashMap<Key, ContentAccount.Held>();
    all.forEach(h -> held.put(new Key(h.name(), h.language()), h));
    return held;
  }

  private void settle(List<Registration> known, Map<Key, ContentAccount.Held> held) {
    var drafts = new HashMap<Key, ContentDraft>();
    templates.all().stream().flatMap(t -> t.contentDrafts().stream()).forEach(d -> drafts.put(new Key(d.name(), d.language()), d));
    var read = new ArrayList<Registration>();
    for (var row : known) {
      var key = new Key(row.name(), row.language());
      var draft = drafts.remove(key);
      if (row.state() == ContentState.ASKED && draft != null) {
        save(List.of(registered(row, draft, held.get(key))));
      } else if (held.containsKey(key)) {
        read.add(row.told(held.get(key), clock.instant()));
      } else if (row.sid() != null || row.state() == ContentState.ASKED) {
        read.add(row.in(ContentState.GONE, null, null, clock.instant()));
      }
    }
    // What nobody asked for here and the account has: registered by another installation, or before our table was lost.
    drafts.forEach((key, draft) -> {
      if (held.containsKey(key)) {
        read.add(Registration.asked(draft, clock.instant()).told(held.get(key), clock.instant()));
      }
    });
    save(read.stream().filter(row -> known.stream().noneMatch(row::same)).toList());
  }

  private Registration registered(Registration row, ContentDraft draft, ContentAccount.Held found) {
    try {
      var held = found == null ? account.create(draft) : found;
      if (ContentState.of(held.status()) == ContentState.UNSUBMITTED) {
        held = account.submit(held.sid(), draft);
      }
      return row.told(held, clock.instant());
    } catch (ContentRefused e) {
      LOG.warn("WhatsApp text {} ({}) was not registered: {}", draft.name(), draft.language(), e.code());
      return row.in(e.isTemporary() ? ContentState.ASKED : ContentState.REFUSED, e.code(), e.getMessage(), clock.instant());
    }
  }

  private void save(List<Registration> rows) {
    if (!rows.isEmpty()) {
      repository.save(rows);
      registrations.forget();
    }
  }
}
