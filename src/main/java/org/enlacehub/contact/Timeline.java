package org.enlacehub.contact;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.TrailRepository.KeptConsent;
import org.enlacehub.contact.TrailRepository.KeptStep;
import org.enlacehub.platform.i18n.Texts;

/** What happened to a contact, from the trail and from every room that has something to tell. */
@Singleton
public class Timeline {
  private static final Argument<Map<String, String[]>> CHANGES = Argument.mapOf(String.class, String[].class);
  private final TrailRepository trail;
  private final Contacts contacts;
  private final ContactKeys keys;
  private final Staffs staffs;
  private final List<TimelineSource> sources;
  private final ObjectMapper json;

  Timeline(TrailRepository trail, Contacts contacts, ContactKeys keys, Staffs staffs, List<TimelineSource> sources, ObjectMapper json) {
    this.trail = trail;
    this.contacts = contacts;
    this.keys = keys;
    this.staffs = staffs;
    this.sources = sources;
    this.json = json;
  }

  /**
   * The newest entries that {@code actor} may see, newest first.
   *
   * @param titles what a field is called
   */
  @Transactional
  public List<TimelineEntry> entries(long contactId, Actor actor, Texts texts, BiFunction<String, Texts, String> titles, int limit) {
    var all = new ArrayList<TimelineEntry>();
    var lineage = contacts.lineage(contactId);
    keys.sealers(lineage).forEach((id, sealer) -> {
      var steps = trail.steps(id, sealer, limit);
      var consents = trail.consents(id, sealer, limit);
      var people = people(steps, consents);
      // Of a merge one line is told, that of the contact which stays.
      steps.removeIf(s -> !id.equals(lineage.getFirst()) && (s.action().equals("merged") || s.action().equals("parted")));
      steps.forEach(s -> all.add(new TimelineEntry(s.at(), s.action(), step(s, people, texts, titles), null)));
      consents.forEach(c -> all.add(new TimelineEntry(c.at(), "consent", consent(c, people, texts), null)));
    });
    for (var source : sources) lineage.forEach(id -> all.addAll(source.entries(id, actor, texts, limit)));
    all.sort(Comparator.comparing(TimelineEntry::at).reversed());
    return all.size() > limit ? List.copyOf(all.subList(0, limit)) : all;
  }

  private Map<Long, Staff> people(List<KeptStep> steps, List<KeptConsent> consents) {
    var ids = new HashSet<Long>();
    steps.forEach(s -> ids.add(s.staffId()));
    consents.forEach(c -> ids.add(c.staffId()));
    ids.remove(0L);
    return ids.isEmpty() ? Map.of() : staffs.findAll(ids);
  }

  private String step(KeptStep s, Map<Long, Staff> people, Texts t, BiFunction<String, Texts, String> titles) {
    if (s.changes() == null) return t.get("contact.trail." + s.action(), by(s.source(), s.staffId(), people, t));
    var changes = changes(s.changes());
    // The point follows from the place and says nothing to a reader.
    changes.keySet().removeAll(List.of("latitude", "longitude"));
    var title = s.action().equals("changed") ? "" : t.get("contact.trail." + s.action(), by(s.source(), s.staffId(), people, t)) + "\n";
    if (changes.isEmpty()) return t.get("contact.trail." + s.action(), by(s.source(), s.staffId(), people, t));
    return title + changes.entrySet().stream().map(e -> t.get("contact.trail.was", titles.apply(e.getKey(), t), or(e.getValue()[0], t),
        or(e.getValue()[1], t))).collect(Collectors.joining("\n")) + (title.isEmpty() ? "\n" + by(s.source(), s.staffId(), people, t) : "");
  }

  private static String or(String text, Texts t) {
    return text == null ? t.get("contact.trail.nothing") : text;
  }

  private Map<String, String[]> changes(String kept) {
    try {
      return new TreeMap<>(json.readValue(kept, CHANGES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String consent(KeptConsent c, Map<Long, Staff> people, Texts t) {
    var purposes = Arrays.stream(c.purposes().split(" ")).map(p -> t.get("contact.purpose." + p)).collect(Collectors.joining(", "));
    var channels = Arrays.stream(c.channels().split(" ")).map(ch -> t.get("contact.channel." + ch)).collect(Collectors.joining(", "));
    var line = t.get("contact.trail." + c.action(), purposes, channels) + "\n" + by(c.source(), c.staffId(), people, t);
    return c.words() == null ? line : line + "\n" + t.get("contact.trail.words", c.words());
  }

  /** By which way, and by whom when a person did it. */
  private static String by(String source, long staff, Map<Long, Staff> people, Texts t) {
    var kind = source.indexOf(':') < 0 ? source : source.substring(0, source.indexOf(':'));
    var way = t.has("contact.source." + kind) ? t.get("contact.source." + kind) : source;
    var person = people.get(staff);
    return person == null ? way : t.get("contact.trail.by", way, person.name());
  }
}
