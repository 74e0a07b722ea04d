package org.enlacehub.inquiry;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.enlacehub.routing.RoutingDecision;

/** Why: keeps and reads the verdicts and routing decisions of an inquiry. */
@Singleton
class Notes {
  private static final String TRIAGE = "TRIAGE";
  private static final String ROUTING = "ROUTING";
  private final EntryRepository entries;
  private final ObjectMapper json;

  Notes(EntryRepository entries, ObjectMapper json) {
    this.entries = entries;
    this.json = json;
  }

  void keep(long entryId, Inquiry inquiry, TriageNote triage, RoutingDecision routing) {
    entries.keepDecision(entryId, TRIAGE, inquiry, write(triage));
    entries.keepDecision(entryId, ROUTING, inquiry, write(routing));
  }

  Optional<TriageNote> triage(Inquiry inquiry) {
    return entries.decision(inquiry, TRIAGE).map(text -> read(text, TriageNote.class));
  }

  Optional<RoutingDecision> routing(Inquiry inquiry) {
    return entries.decision(inquiry, ROUTING).map(text -> read(text, RoutingDecision.class));
  }

  private String write(Object note) {
    try {
      return json.writeValueAsString(note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
