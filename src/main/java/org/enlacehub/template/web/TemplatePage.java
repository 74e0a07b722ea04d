package org.enlacehub.template.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.template.Template;
import org.enlacehub.template.Words;

/**
 * One template in one language.
 *
 * @param languages in which any text exists
 * @param mayRegister whether the person may ask the carrier to register its WhatsApp texts
 * @param problems values that stood in the way of a preview, in words; empty when all texts were filled in
 */
@Introspected
public record TemplatePage(Template template, String language, List<String> languages, List<Text> texts, List<Value> values,
    List<String> problems, boolean mayRegister) {

  /**
   * One text and how it reads.
   *
   * @param language in which it is written; another than the page's when that text does not exist
   * @param body filled in; null when values are missing
   * @param spans the body of a WhatsApp text, with its bold and italic parts
   * @param mark how a WhatsApp text stands with the carrier; null for other channels
   * @param sms what it takes, for SMS
   */
  public record Text(String channel, String language, String file, String written, @Nullable String writtenSubject,
      @Nullable String category,
      @Nullable ContentMark mark, @Nullable String body, @Nullable String subject, @Nullable String html, List<Span> spans,
      @Nullable SmsCount sms) {}

  /** A variable and the value that the previews show. */
  public record Value(String name, String type, boolean required, boolean shared, Words description, String value) {}
}
