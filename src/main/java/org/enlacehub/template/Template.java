package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.enlacehub.contact.Channel;
import org.enlacehub.template.ValuesRefused.Refusal;
import org.enlacehub.template.sms.SmsText;

/**
 * One template in one version: its texts by channel and language, its variables, and how it is filled in. Immutable, thread-safe;
 * {@link Templates} holds the current ones, {@link TemplateVersions} those that a campaign was approved with.
 */
public final class Template {
  private final TemplateHead head;
  private final Map<String, Variable> variables;
  private final Map<Channel, SortedMap<String, MessageText>> texts;
  private final LanguageRules languages;
  private final Map<String, String> files;
  private final String version;
  private final Map<String, ContentDraft> drafts;

  Template(TemplateHead head, Map<String, Variable> variables, List<MessageText> texts, LanguageRules languages,
      Map<String, String> files) {
    this.head = head;
    this.variables = new LinkedHashMap<>(variables);
    this.texts = new TreeMap<>();
    texts.forEach(text -> this.texts.computeIfAbsent(text.channel(), _ -> new TreeMap<>()).put(text.language(), text));
    this.languages = languages;
    this.files = new TreeMap<>(files);
    this.version = TemplateContent.version(this.files);
    this.drafts = drafts();
  }

  /** The WhatsApp texts whose authors have not registered them by hand, by language. */
  private Map<String, ContentDraft> drafts() {
    var required = variables.values().stream().filter(Variable::required).map(Variable::name).collect(Collectors.toSet());
    var all = new TreeMap<String, ContentDraft>();
    for (var text : texts.getOrDefault(Channel.WHATSAPP, new TreeMap<>()).values()) {
      if (text.contentSid() == null) {
        try {
          all.put(text.language(), ContentDrafting.of(name(), text, required, words(text, samples(text.language()))));
        } catch (ValuesRefused e) {
          // A sample that is wrong is told where the files are checked.
        }
      }
    }
    return all;
  }

  /** What would be registered of its WhatsApp text in exactly this language; empty without one, or when it names a Content SID itself. */
  public Optional<ContentDraft> contentDraft(String language) {
    return Optional.ofNullable(drafts.get(language));
  }

  /** All that would be registered, by language. */
  public List<ContentDraft> contentDrafts() {
    return List.copyOf(drafts.values());
  }

  /** The folder's name, by which campaigns call it. */
  public String name() {
    return head.name();
  }

  /** What staff call it. */
  public String title(String language) {
    return head.title().isEmpty() ? head.name() : head.title().in(language);
  }

  public TemplateHead head() {
    return head;
  }

  /** SHA-256 over its files and the shared ones, in hexadecimal: any change of a letter makes another version. */
  public String version() {
    return version;
  }

  /** The variables that its texts use, declared here or shared, in the order of declaration. */
  public List<Variable> variables() {
    return List.copyOf(variables.values());
  }

  /** A believable value of each variable, in words of the language where that matters. */
  public Map<String, Object> samples(String language) {
    var samples = new HashMap<String, Object>();
    variables.values().forEach(v -> samples.put(v.name(), v.sample().in(language)));
    return samples;
  }

  /** The channels it has a text for. */
  public List<Channel> channels() {
    return List.copyOf(texts.keySet());
  }

  /** The languages in which it has a text for a channel, by alphabet; empty when it has none. */
  public List<String> languages(Channel channel) {
    return texts.containsKey(channel) ? List.copyOf(texts.get(channel).keySet()) : List.of();
  }

  /** The language that a person will be written in; empty when there is no text for the channel at all. */
  public Optional<String> languageFor(String language, Channel channel) {
    return find(language, channel).map(MessageText::language);
  }

  /** Names of required variables that the values leave empty, for the text that a person would get. */
  public List<String> missing(String language, Channel channel, Map<String, ?> values) {
    return text(language, channel).used().stream().map(variables::get)
        .filter(v -> v.required() && ValueFormat.absent(inLanguage(values.get(v.name()), language))).map(Variable::name).toList();
  }

  /** The recording in exactly this language; a person who is written to in Spanish may still hear their own. */
  public Optional<Voice> voice(String language) {
    return files.entrySet().stream().map(e -> Voice.of(e.getKey(), e.getValue())).flatMap(Optional::stream)
        .filter(v -> v.language().equals(language)).findFirst();
  }

  /** The path under the public address from which a carrier fetches that recording. */
  public Optional<String> voicePath(String language) {
    return voice(language).map(v -> "/voz/" + name() + "/" + language + "/" + v.sha256());
  }

  /**
   * Fills in one text.
   *
   * @param language ISO 639 code or a tag such as es-GT; a language without a text falls back as the language rules say
   * @param values by variable name, where a value may be a map of language to value; names that the text does not use are ignored
   * @throws NoSuchText when there is no text for the channel
   * @throws ValuesRefused when required values are missing or values are of the wrong type
   */
  public Rendered render(String language, Channel channel, Map<String, ?> values) {
    var text = text(language, channel);
    var words = words(text, values);
    var filled = text.body().fill(words).strip();
    var body = channel == Channel.SMS ? head.gsm().apply(filled) : filled;
    var subject = text.subject() == null ? null : text.subject().fill(words).replaceAll("\\s+", " ").strip();
    var html = text.html() == null ? null : text.html().fill(words);
    var draft = channel == Channel.WHATSAPP ? drafts.get(text.language()) : null;
    var numbered = draft == null ? text.contentVariables() : draft.variables();
    var content = new LinkedHashMap<String, String>();
    for (int i = 0; i < numbered.size(); i++) {
      content.put(Integer.toString(i + 1), ContentDrafting.oneLine(words.getOrDefault(numbered.get(i), "")));
    }
    return new Rendered(channel, body, subject, html, channel == Channel.SMS ? SmsText.measure(body) : null, text.language(),
        language,
        text.contentSid(), draft == null ? null : draft.name(), content, version);
  }

  /** The text as its author wrote it, in exactly this language; for the console. */
  public Optional<WrittenText> written(String language, Channel channel) {
    return Optional.ofNullable(texts.getOrDefault(channel, new TreeMap<>()).get(language))
        .map(t -> new WrittenText(t.file(), t.written(),
        t.subject() == null ? null : t.subject().source(), t.category(), t.contentSid()));
  }

  /** Its files and the shared ones, for the record of versions. */
  Map<String, String> files() {
    return files;
  }

  private Map<String, String> words(MessageText text, Map<String, ?> values) {
    var locale = languages.locale(text.language());
    var words = new HashMap<String, String>();
    var refused = new ArrayList<Refusal>();
    for (var name : text.used()) {
      var variable = variables.get(name);
      var value = inLanguage(values.get(name), text.language());
      if (ValueFormat.absent(value)) {
        if (variable.required()) {
          refused.add(new Refusal(name, true, "has no value"));
        }
        words.put(name, "");
        continue;
      }
      try {
        words.put(name, ValueFormat.words(variable, value, forms(variable, text), locale, text.channel()));
      } catch (ValueFormat.Unusable e) {
        refused.add(new Refusal(name, false, e.getMessage()));
      }
    }
    if (!refused.isEmpty()) {
      throw new ValuesRefused(refused);
    }
    return words;
  }

  /** A value may be given by language, {@code {es: …, en: …}}: words that belong to one campaign are written in several. */
  private Object inLanguage(Object value, String language) {
    return value instanceof Map<?, ?> byLanguage
        ? languages.chain(language).stream().map(byLanguage::get).filter(v -> v != null).findFirst().orElse(null)
        : value;
  }

  private static Map<String, String> forms(Variable variable, MessageText text) {
    var general = variable.forms().getOrDefault(text.language(), Map.of());
    return variable.forms().getOrDefault(text.language() + "." + text.channel().code(), general);
  }

  private MessageText text(String language, Channel channel) {
    return find(language, channel).orElseThrow(() -> new NoSuchText(name(), channel, language));
  }

  private Optional<MessageText> find(String language, Channel channel) {
    var byLanguage = texts.get(channel);
    if (byLanguage == null) {
      return Optional.empty();
    }
    var direct = byLanguage.get(language);
    return direct != null ? Optional.of(direct)
        : languages.chain(language).stream().map(byLanguage::get).filter(t -> t != null).findFirst();
  }

  /** A text with its file, for the console. */
  public record WrittenText(String file, String text, @Nullable String subject, @Nullable String category,
      @Nullable String contentSid) {}
}
