package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;

/**
 * Seals, keeps and opens what messages say. Contents of campaigns, which many messages share, stay open in memory for a
 * while.
 */
@Singleton
class ContentStore {
  private static final String PAYLOAD = "message_content.payload";
  private static final String BODY = "message_body.sealed";
  private static final int SHARED = 200;
  private final ContentRepository repository;
  private final ContactKeys keys;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;
  private final ObjectMapper json;
  private final Map<Long, StoredContent> shared = new LinkedHashMap<>(SHARED, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, StoredContent> eldest) {
      return size() > SHARED;
    }
  };

  ContentStore(ContentRepository repository, ContactKeys keys, Vault vault, Ids ids, Clock clock, ObjectMapper json) {
    this.repository = repository;
    this.keys = keys;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  /** Address, text and, of a mail, the subject (in one line), as they were handed over. */
  record SentText(String to, @Nullable String subject, String body) {}

  /** @throws IllegalStateException when the contact is gone */
  long save(@Nullable Long contactId, Content content, Quiet quiet, StoredContent.Extras extras) {
    long id = ids.next();
    var sealer = contactId == null ? vault.system()
        : keys.sealer(contactId).orElseThrow(() -> new IllegalStateException("contact " + contactId + " is gone"));
    var template = content instanceof Content.OfTemplate t ? t : null;
    try {
      var payload = sealer.sealBytes(PAYLOAD, id, json.writeValueAsBytes(ContentPayload.of(content, extras)));
      repository.insert(new ContentRepository.ContentRow(id, contactId, template == null ? null : template.name(),
          template == null ? null : template.version(), payload, ContentPayload.column(quiet), clock.instant()));
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Contents as they lie in the database: what is sealed under the keys of people can be opened once those are known.
   *
   * @param open contents that many messages share
   */
  record Kept(Map<Long, StoredContent> open, List<ContentRepository.ContentRow> sealed) {

    /** The templates, with their versions, that these contents fill in. */
    Set<Content.OfTemplate> templates() {
      return Stream.concat(open.values().stream().map(StoredContent::content), sealed.stream().filter(row -> row.template() != null)
          .map(row -> new Content.OfTemplate(row.template(), row.version(), Map.of())))
          .filter(Content.OfTemplate.class::isInstance).map(Content.OfTemplate.class::cast).collect(Collectors.toSet());
    }
  }

  /** Contents by id, as far as they exist. */
  Kept read(Collection<Long> contentIds) {
    var open = new HashMap<Long, StoredContent>();
    var missing = new ArrayList<Long>();
    synchronized (shared) {
      for (var id : contentIds) {
        var known = shared.get(id);
        if (known == null) {
          missing.add(id);
        } else {
          open.put(id, known);
        }
      }
    }
    var rows = repository.find(missing);
    rows.stream().filter(row -> row.contactId() == null).forEach(row -> open.put(row.id(), ofNobody(row)));
    return new Kept(open, rows.stream().filter(row -> row.contactId() != null).toList());
  }

  private StoredContent ofNobody(ContentRepository.ContentRow row) {
    var content = open(row, vault.system());
    if (content.extras().address() == null) {
      synchronized (shared) {
        shared.put(row.id(), content);
      }
    }
    return content;
  }

  /** Contents by id; those of contacts whose key is gone are absent. */
  Map<Long, StoredContent> open(Kept kept, LongFunction<@Nullable Sealer> sealers) {
    var all = new HashMap<>(kept.open());
    for (var row : kept.sealed()) {
      var sealer = sealers.apply(row.contactId());
      if (sealer != null) {
        all.put(row.id(), open(row, sealer));
      }
    }
    return all;
  }

  /** What these single messages say and said is gone for good. */
  void delete(Collection<MessageRow> rows) {
    repository.delete(rows.stream().map(MessageRow::contentId).toList(), rows.stream().map(MessageRow::id).toList());
  }

  byte[] sealText(Sealer sealer, long messageId, SentText text) {
    return sealer.seal(BODY, messageId, text.to() + "\n" + (text.subject() == null ? "T" : "S" + text.subject() + "\n")
        + text.body());
  }

  SentText openText(Sealer sealer, long messageId, byte[] sealed) {
    var all = sealer.open(BODY, messageId, sealed);
    int line = all.indexOf('\n');
    var to = all.substring(0, line);
    var text = all.substring(line + 1);
    if (text.startsWith("T")) {
      return new SentText(to, null, text.substring(1));
    }
    int end = text.indexOf('\n');
    return new SentText(to, text.substring(1, end), text.substring(end + 1));
  }

  private StoredContent open(ContentRepository.ContentRow row, Sealer sealer) {
    try {
      return json.readValue(sealer.openBytes(PAYLOAD, row.id(), row.payload()), ContentPayload.class)
          .opened(row.id(), row.contactId(), row.template(), row.version(), row.quiet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
