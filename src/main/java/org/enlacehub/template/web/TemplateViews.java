package org.enlacehub.template.web;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Channel;
import org.enlacehub.template.Template;
import org.enlacehub.template.Templates;
import org.enlacehub.template.ValuesRefused;
import org.enlacehub.template.whatsapp.Registrations;

/** Puts together what the pages show. */
@Singleton
class TemplateViews {
  private static final List<String> PURPOSES = List.of("emergency", "information", "service");
  /** Spanish first, as the ministry writes; then English; then the others. */
  private static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(l -> l.equals("es") ? 0 : l.equals("en") ? 1 : 2).thenComparing(Comparator.naturalOrder());
  private final Templates templates;
  private final Registrations registrations;

  TemplateViews(Templates templates, Registrations registrations) {
    this.templates = templates;
    this.registrations = registrations;
  }

  TemplatesPage list(Actor actor) {
    int unregistered = (int) templates.all().stream().flatMap(t -> t.contentDrafts().stream()).filter(registrations::mayBeAsked).count();
    return new TemplatesPage(PURPOSES.stream()
        .map(purpose -> new TemplatesPage.Group(purpose,
            templates.all().stream().filter(t -> t.head().purpose().equals(purpose)).map(this::row).toList()))
        .filter(group -> !group.rows().isEmpty()).toList(), unregistered, actor.may(Role.ADMINISTRATOR));
  }

  private TemplatesPage.Row row(Template template) {
    var cells = new LinkedHashMap<String, TemplatesPage.Cell>();
    for (var channel : Channel.values()) {
      var languages = template.languages(channel).stream().sorted(ORDER).toList();
      int segments = channel != Channel.SMS ? 0
          : languages.stream().mapToInt(l -> template.render(l, channel, template.samples(l)).segments().segments()).max()
              .orElse(0);
      cells.put(channel.code(), new TemplatesPage.Cell(languages, segments, marks(template, channel, languages)));
    }
    return new TemplatesPage.Row(template, cells);
  }

  private Map<String, ContentMark> marks(Template template, Channel channel, List<String> languages) {
    var marks = new LinkedHashMap<String, ContentMark>();
    if (channel == Channel.WHATSAPP) {
      languages.forEach(language -> marks.put(language, mark(template, language)));
    }
    return marks;
  }

  private ContentMark mark(Template template, String language) {
    var named = template.written(language, Channel.WHATSAPP).map(Template.WrittenText::contentSid);
    return named.map(ContentMark::named).or(() -> template.contentDraft(language)
        .flatMap(draft -> registrations.find(draft.name(), language)).map(ContentMark::of)).orElse(ContentMark.NONE);
  }

  /**
   * One template.
   *
   * @param asked language of choice; null for Spanish
   * @param given values by variable that replace the samples; a blank one means none
   */
  TemplatePage show(Template template, @Nullable String asked, Map<String, String> given, Actor actor) {
    var languages = template.channels().stream().flatMap(channel -> template.languages(channel).stream()).distinct()
        .sorted(ORDER).toList();
    var language = asked != null && languages.contains(asked) ? asked : languages.getFirst();
    var values = new HashMap<>(template.samples(language));
    given.forEach((name, value) -> values.computeIfPresent(name, (_, _) -> value));
    var problems = new LinkedHashSet<String>();
    var texts = new ArrayList<TemplatePage.Text>();
    for (var channel : template.channels()) {
      texts.add(text(template, channel, language, values, problems));
    }
    var shown = template.variables().stream()
        .map(v -> new TemplatePage.Value(v.name(), v.type().code(), v.required(), v.shared(), v.description(),
        String.valueOf(values.get(v.name())))).toList();
    return new TemplatePage(template, language, languages, texts, shown, List.copyOf(problems), actor.may(Role.ADMINISTRATOR));
  }

  private TemplatePage.Text text(Template template, Channel channel, String language, Map<String, Object> values,
      LinkedHashSet<String> problems) {
    var in = template.languageFor(language, channel).orElseThrow();
    var written = template.written(in, channel).orElseThrow();
    var mark = channel == Channel.WHATSAPP ? mark(template, in) : null;
    try {
      var rendered = template.render(in, channel, values);
      return new TemplatePage.Text(channel.code(), in, written.file(), written.text(), written.subject(), written.category(),
          mark,
          rendered.body(), rendered.subject(), rendered.html(), Span.of(rendered.body()),
          channel == Channel.SMS ? SmsCount.of(rendered.body()) : null);
    } catch (ValuesRefused e) {
      e.refusals().forEach(r -> problems.add(r.variable() + (r.missing() ? "" : "*")));
      return new TemplatePage.Text(channel.code(), in, written.file(), written.text(), written.subject(), written.category(),
          mark,
          null, null, null, List.of(), null);
    }
  }
}
