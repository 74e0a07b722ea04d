package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.template.web.SmsCount;

/**
 * What a campaign looks like while it is written.
 *
 * @param messages as people will read them, by channel in its order and language
 * @param people in the audience now; null while the query cannot be read
 * @param byChannel of them, whom each channel reaches
 * @param cost of the first try for everybody, roughly; null while the definition has errors
 * @param currency ISO 4217
 * @param starts when it goes out next; empty while that cannot be told
 * @param errors what is wrong with the file that the form makes
 * @param cheaper by field, a text that costs less, just asked for; empty otherwise
 */
@Introspected
public record LookPart(List<Message> messages, @Nullable Long people, Map<String, Long> byChannel, @Nullable BigDecimal cost, String currency,
    List<Instant> starts, List<Finding> errors, Map<String, String> cheaper) {
  static final LookPart NONE = new LookPart(List.of(), null, Map.of(), null, "USD", List.of(), List.of(), Map.of());

  /**
   * One message.
   *
   * @param second of two texts that are compared
   * @param field of the form that a cheaper spelling would replace; null for a template's text
   */
  public record Message(boolean second, String channel, String language, @Nullable String subject, String body, @Nullable SmsCount sms, @Nullable String field) {}
}
