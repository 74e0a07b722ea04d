package org.enlacehub.webhook;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.enlacehub.platform.id.Ids;

/** Writes down what other systems are to be told, in the transaction in which it happens: what did not happen is never told. */
@Singleton
class Notices {
  private final WebhookRepository webhooks;
  private final NoticeRepository notices;
  private final ObjectMapper json;
  private final Ids ids;
  private final Clock clock;

  Notices(WebhookRepository webhooks, NoticeRepository notices, ObjectMapper json, Ids ids, Clock clock) {
    this.webhooks = webhooks;
    this.notices = notices;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** @param data ids, codes and states in ASCII; nothing of a person */
  @Transactional
  void tell(NoticeType type, Map<String, String> data) {
    var hooks = webhooks.all().stream().filter(hook -> hook.types().contains(type)).toList();
    if (!hooks.isEmpty()) {
      var now = clock.instant();
      notices.insert(new Notice(ids.next(), type.code(), body(Map.of("type", type.code(), "timestamp", now.toString(), "data", data)), now), hooks);
    }
  }

  private String body(Map<String, Object> content) {
    try {
      return json.writeValueAsString(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
