package org.enlacehub.template;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Recipients;
import org.enlacehub.platform.web.ProblemException;

/** Renders a text for a look: with sample values, or as one contact would get it. */
@Singleton
class Previews {
  private final Contacts contacts;
  private final Recipients recipients;
  private final StandardValues standard;

  Previews(Contacts contacts, Recipients recipients, StandardValues standard) {
    this.contacts = contacts;
    this.recipients = recipients;
    this.standard = standard;
  }

  /** Throws {@link ValuesRefused}, {@link NoSuchText}, and a problem response for a contact outside the scope. */
  Rendered of(Template template, PreviewRequest request, DeskScope scope) {
    var channel = channel(template, request);
    if (request.contactId() != null) {
      long id = id(request.contactId());
      // The contact decides who may look; what is sent is read as sending reads it.
      contacts.find(id, scope).orElseThrow(() -> ProblemException.notFound("contact"));
      var recipient = recipients.read(id).orElseThrow(() -> ProblemException.notFound("contact"));
      var language = request.language() != null ? request.language() : recipient.language() == null ? "" : recipient.language();
      var values = sharedSamples(template, language);
      values.keySet().removeAll(StandardValues.OF_A_PERSON);
      values.putAll(standard.of(recipient));
      values.putAll(given(request));
      return template.render(language, channel, values);
    }
    var language = request.language() == null ? "" : request.language();
    var shown = template.languageFor(language, channel).orElse(language);
    if (request.sample() == null) {
      return template.render(language, channel, template.samples(shown));
    }
    var values = sharedSamples(template, shown);
    values.putAll(request.sample());
    return template.render(language, channel, values);
  }

  /** What the engine fills in when it sends need not be given for a look. */
  private static Map<String, Object> sharedSamples(Template template, String language) {
    var values = new HashMap<String, Object>();
    template.variables().stream().filter(Variable::shared).forEach(v -> values.put(v.name(), v.sample().in(language)));
    return values;
  }

  private static Map<String, Object> given(PreviewRequest request) {
    return request.sample() == null ? Map.of() : request.sample();
  }

  private static Channel channel(Template template, PreviewRequest request) {
    if (request.channel() == null) {
      return template.channels().getFirst();
    }
    return Channel.parse(request.channel())
        .orElseThrow(() -> ProblemException.invalid("/channel", "invalid", "A channel is sms, whatsapp or email."));
  }

  private static long id(String contactId) {
    try {
      return Long.parseLong(contactId);
    } catch (NumberFormatException e) {
      throw ProblemException.notFound("contact");
    }
  }
}
