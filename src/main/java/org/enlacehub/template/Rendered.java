package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.template.sms.Segments;

/**
 * A message ready to leave.
 *
 * @param body the text; for email the plain-text part
 * @param subject of an email, in one line
 * @param html the HTML part of an email; null when it is written as text only
 * @param segments what it takes as SMS; null for other channels
 * @param language the language it is written in
 * @param asked the language that was asked for; another than {@code language} when that text does not exist
 * @param contentSid Twilio's id of the approved WhatsApp template, for use outside the 24-hour window
 * @param contentName name of the {@link ContentDraft} that may be registered in its stead; null where the author named a Content SID, and
 *     for other channels
 * @param contentVariables values for {@code {{1}}, {{2}}} of the approved template
 * @param version the template's version
 */
public record Rendered(Channel channel, String body, @Nullable String subject, @Nullable String html, @Nullable Segments segments,
    String language, String asked, @Nullable String contentSid, @Nullable String contentName,
    Map<String, String> contentVariables, String version) {
  public Rendered {
    contentVariables = Map.copyOf(contentVariables);
  }
}
