package org.enlacehub.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Makes a {@link Template} of the files of one folder, or reports everything that keeps it from being one. */
final class TemplateReader {
  static final String HEAD = "template.yml";

  private final String name;
  private final String display;
  private final SharedParts shared;
  private final Findings findings;

  private TemplateReader(String name, String display, SharedParts shared, Findings findings) {
    this.name = name;
    this.display = display;
    this.shared = shared;
    this.findings = findings;
  }

  /**
   * Reads and checks; empty when there was any finding.
   *
   * @param files name inside the folder → content
   * @param display the folder as a person would type it
   */
  static Optional<Template> read(String name, String display, Map<String, String> files, SharedParts shared, Findings findings) {
    var own = new Findings();
    var template = new TemplateReader(name, display, shared, own).read(files);
    own.all().forEach(f -> findings.add(f.file(), f.line(), f.message(), f.remedy()));
    return own.isEmpty() ? template : Optional.empty();
  }

  private Optional<Template> read(Map<String, String> files) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 60) {
      findings.add(display, 0, "'" + name + "' is not a name for a template.",
          "Use lower-case letters, digits and hyphens, at most 60.");
    }
    var yaml = files.containsKey(HEAD) ? YamlFile.parse(files.get(HEAD), display + "/" + HEAD, 1, findings)
        : Optional.<YamlMap>empty();
    if (!files.containsKey(HEAD)) {
      findings.add(display + "/" + HEAD, 0, "The file is missing.", "Create it with 'purpose' and 'variables'.");
    }
    if (yaml.isEmpty()) {
      return Optional.empty();
    }
    var head = TemplateHead.read(name, yaml.get());
    var declared = yaml.get().map("variables");
    var known = new LinkedHashMap<>(shared.variables());
    declared.ifPresent(map -> known.putAll(VariableReader.read(map, false)));
    var use = new VariableUse(known, findings);
    var texts = texts(files, use);
    // A text that cannot be read may well use them.
    declared.filter(_ -> findings.isEmpty())
        .ifPresent(map -> map.keys().stream().filter(v -> !use.used().contains(v)).forEach(v ->
        map.report(v, "The variable '" + v + "' is declared and no text uses it.", "Use it or remove it.")));
    if (!findings.isEmpty()) {
      return Optional.empty();
    }
    known.keySet().retainAll(use.used());
    var template = new Template(head, known, texts, shared.languages(), all(files));
    new TextLimits(template, findings).check(texts);
    return Optional.of(template);
  }

  private List<MessageText> texts(Map<String, String> files, VariableUse use) {
    var sources = new TreeMap<String, List<TextSource>>();
    for (var entry : new TreeMap<>(files).entrySet()) {
      if (!entry.getKey().equals(HEAD) && !Voice.isName(entry.getKey())) {
        TextSource.of(entry.getKey(), display + "/" + entry.getKey(), entry.getValue()).ifPresentOrElse(
            source -> sources.computeIfAbsent(source.language() + "." + source.channel().code(), _ -> new ArrayList<>())
                .add(source),
            () -> findings.add(display + "/" + entry.getKey(), 0, "The file's name says no language and channel.",
                "Name it like es.sms.txt, en.whatsapp.md, es.email.md or es.email.html."));
      }
    }
    var all = sources.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      findings.add(display, 0, "The template has no text.", "Add a file such as es.sms.txt.");
    }
    for (var channel : all.stream().map(TextSource::channel).collect(Collectors.toCollection(java.util.TreeSet::new))) {
      for (var language : shared.languages().required()) {
        if (all.stream().noneMatch(s -> s.channel() == channel && s.language().equals(language))) {
          findings.add(display, 0, "The text for " + channel.code() + " in '" + language + "' is missing.",
              "Add " + language + "." + channel.code() + "." + (channel == Channel.SMS ? "txt" : "md") + ".");
        }
      }
    }
    return sources.values().stream().map(text -> new TextReader(shared, use, findings).read(text))
        .flatMap(Optional::stream).toList();
  }

  private Map<String, String> all(Map<String, String> files) {
    var all = new TreeMap<>(files);
    shared.files().forEach((path, content) -> all.put(SharedParts.FOLDER + "/" + path, content));
    return all;
  }
}
