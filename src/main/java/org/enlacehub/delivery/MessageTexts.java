package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.enlacehub.channel.Outgoing;
import org.enlacehub.channel.Sender;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.contact.Recipient;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.settings.Settings;
import org.enlacehub.template.StandardValues;
import org.enlacehub.template.TemplateVersions;
import org.enlacehub.template.UnknownTemplate;
import org.enlacehub.template.sms.SmsText;
import org.enlacehub.template.whatsapp.Registration;
import org.enlacehub.template.whatsapp.Registrations;

/** Writes what a message says to one person on one channel. */
@Singleton
class MessageTexts {
  private final TemplateVersions templates;
  private final StandardValues standard;
  private final MailTokens tokens;
  private final MailParticulars mail;
  private final Registrations registrations;
  private final Settings settings;
  private final Languages languages;

  MessageTexts(TemplateVersions templates, StandardValues standard, MailTokens tokens, MailParticulars mail,
      Registrations registrations, Settings settings, Languages languages) {
    this.templates = templates;
    this.registrations = registrations;
    this.mail = mail;
    this.standard = standard;
    this.tokens = tokens;
    this.settings = settings;
    this.languages = languages;
  }

  /**
   * A text, filled in.
   *
   * @param contentSid the approved template that says the same outside WhatsApp's window; null when there is none
   * @param noTemplate a code of {@link Reasons} that says why there is none
   */
  record Written(String body, @Nullable String subject, @Nullable String html, @Nullable Integer segments,
      @Nullable String contentSid, Map<String, String> contentVariables, String noTemplate) {}

  /** Names of all that these templates can say: the fields of a recipient that are not among them need not be read. */
  Set<String> fieldsOf(Collection<Content.OfTemplate> contents) {
    var fields = new HashSet<String>();
    for (var content : contents) {
      try {
        templates.at(content.name(), content.version()).variables().forEach(variable -> fields.add(variable.name()));
      } catch (UnknownTemplate e) {
        // Told of each message when it is written.
      }
    }
    return fields;
  }

  /**
   * @param person null for an address that is no contact's
   * @throws org.enlacehub.template.NoSuchText when the template has none for the channel
   * @throws org.enlacehub.template.ValuesRefused when values are missing
   * @throws org.enlacehub.template.UnknownTemplate when there is no such template or version
   */
  Written of(MessageRow row, StoredContent content, @Nullable Recipient person) {
    var language = row.language() != null ? row.language() : person == null || person.language() == null ? "es"
        : person.language();
    return switch (content.content()) {
      case Content.OfTemplate template -> {
        var values = new HashMap<String, Object>(person == null ? standard.of(row.desk(), row.country()) : standard.of(person));
        if (bulkMail(row)) {
          values.put("unsubscribe_link", unsubscribe(row).toString());
        }
        values.putAll(template.values());
        var r = templates.at(template.name(), template.version()).render(language, row.channel(), values);
        yield new Written(r.body(), r.subject(), r.html(), r.segments() == null ? null : r.segments().segments(),
            registrations.approved(r).orElse(null), r.contentVariables(), Reasons.withoutTemplate(
            registrations.find(r.contentName(), r.language()).map(Registration::state).orElse(null)));
      }
      case Content.OfText text -> {
        var body = pick(text.texts(), language);
        var subject = row.channel() != Channel.EMAIL ? null
            : text.subjects().isEmpty() ? languages.texts(language).get("delivery.mail.subject") : pick(text.subjects(),
            language);
        yield new Written(body, subject, null, row.channel() == Channel.SMS ? SmsText.measure(body).segments() : null, null,
            Map.of(), Reasons.WINDOW_CLOSED);
      }
    };
  }

  /** The message as a carrier takes it. @param asTemplate the approved template stands for the text */
  Outgoing outgoing(MessageRow row, StoredContent content, Written text, String to, Sender sender, boolean asTemplate,
      Instant now) {
    var callback = row.channel() == Channel.EMAIL ? null : URI.create(settings.publicUrl() + "/webhooks/twilio/status/"
        + row.id());
    var validity = row.expiresAt() == null ? null : Duration.between(now, row.expiresAt());
    var parts = row.channel() == Channel.EMAIL ? mail.of(row, content, sender, to, bulkMail(row) ? unsubscribe(row) : null) : null;
    return new Outgoing(row.id(), to, text.body(), parts == null ? text.subject() : parts.subject(text.subject()), text.html(),
        asTemplate ? text.contentSid() : null, asTemplate ? text.contentVariables() : Map.of(), content.extras().media(), callback,
        validity, parts == null ? null : parts.parts());
  }

  private static boolean bulkMail(MessageRow row) {
    return row.channel() == Channel.EMAIL && row.campaignId() != null && row.contactId() != null
        && row.purpose() != Purpose.EMERGENCY;
  }

  private URI unsubscribe(MessageRow row) {
    return URI.create(settings.publicUrl() + "/u/" + tokens.of(row.id()));
  }

  private static String pick(Map<String, String> byLanguage, String language) {
    var exact = byLanguage.get(language);
    var primary = exact != null ? exact : byLanguage.get(language.split("[-_]")[0]);
    var spanish = primary != null ? primary : byLanguage.get("es");
    return spanish != null ? spanish : byLanguage.values().iterator().next();
  }
}
