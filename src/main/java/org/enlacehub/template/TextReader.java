package org.enlacehub.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlMap;

/** Reads the one or two files of a language and channel into a compiled text, and reports what is wrong in them. */
final class TextReader {
  private static final Pattern CONTENT_SID = Pattern.compile("HX[0-9a-fA-F]{32}");

  private final SharedParts shared;
  private final VariableUse use;
  private final Findings findings;
  private final LinkedHashSet<String> used = new LinkedHashSet<>();

  TextReader(SharedParts shared, VariableUse use, Findings findings) {
    this.shared = shared;
    this.use = use;
    this.findings = findings;
  }

  /**
   * The text; empty, with findings, when a placeholder or the front matter cannot be read.
   *
   * @param sources the file of the text; for email up to two, of which a .txt is the plain-text part
   */
  Optional<MessageText> read(List<TextSource> sources) {
    var main = sources.stream().filter(s -> !s.ending().equals("txt")).findFirst().orElse(sources.getFirst());
    for (var other : sources) {
      if (other != main && !(main.channel() == Channel.EMAIL && other.ending().equals("txt"))) {
        findings.add(other.file(), 0, "There are two texts for this language and channel.",
            "Keep one of this and " + main.file() + ".");
        return Optional.empty();
      }
    }
    int before = findings.all().size();
    var parts = FrontMatter.split(main.content(), main.file(), findings);
    parts.head().ifPresent(head -> head.allowOnly(knownKeys(main.channel())));
    if (parts.body().isEmpty()) {
      findings.add(main.file(), parts.bodyLine(), "The text is empty.", "Write it or remove the file.");
    }
    scan(parts.body(), main.file(), parts.bodyLine());
    var subject = main.channel() == Channel.EMAIL ? subject(main, parts) : null;
    var category = main.channel() == Channel.WHATSAPP ? category(main, parts) : null;
    var variables = main.channel() == Channel.WHATSAPP ? contentVariables(parts) : List.<String>of();
    if (main.channel() == Channel.WHATSAPP && parts.body().contains("**")) {
      findings.add(main.file(), parts.bodyLine(), "WhatsApp shows '**' as two stars.",
          "Write *bold* with one star on each side.");
    }
    var page = main.ending().equals("txt") || main.channel() != Channel.EMAIL ? null : page(main, parts);
    var written = sources.stream().filter(s -> s != main).findFirst()
        .map(s -> FrontMatter.split(s.content(), s.file(), findings));
    written.ifPresent(w -> scan(w.body(), sources.stream().filter(s -> s != main).findFirst().orElseThrow().file(),
        w.bodyLine()));
    if (page != null && findings.all().size() == before) {
      use.checkLinks(page, main.file(), parts.bodyLine());
    }
    if (findings.all().size() > before) {
      return Optional.empty();
    }
    var plain = written.map(FrontMatter::body).orElse(page == null ? parts.body() : PlainText.of(page));
    return CompiledText.plain(plain, main.file(), parts.bodyLine(), findings).map(body -> new MessageText(main.language(),
        main.channel(), main.file(), parts.bodyLine(), parts.body(),
        subject == null ? null : CompiledText.plain(subject, main.file(), 1, findings).orElse(null), body,
        page == null ? null : CompiledText.html(page, main.file(), parts.bodyLine(), findings).orElse(null), category,
        parts.head().flatMap(h -> h.text("contentSid")).orElse(null), variables, used));
  }

  private String page(TextSource main, FrontMatter parts) {
    var frame = shared.frames().get(main.language());
    if (frame != null) {
      scan(frame, main.file(), parts.bodyLine());
    }
    return main.ending().equals("md") ? MailBody.fromMarkdown(parts.body(), frame) : MailBody.fromHtml(parts.body(), frame);
  }

  private String subject(TextSource main, FrontMatter parts) {
    var subject = parts.head().flatMap(h -> h.text("subject")).orElse("");
    if (subject.isBlank()) {
      findings.add(main.file(), 1, "The email has no subject.", "Begin the file with '---', 'subject: …', '---'.");
    }
    scan(subject, main.file(), parts.head().map(h -> h.line("subject")).orElse(1));
    return subject;
  }

  private String category(TextSource main, FrontMatter parts) {
    var sid = parts.head().flatMap(h -> h.text("contentSid")).orElse(null);
    if (sid != null && !CONTENT_SID.matcher(sid).matches()) {
      parts.head().orElseThrow().report("contentSid", "'" + sid + "' is not a Content SID.",
          "Copy the one that begins with HX from Twilio, or remove the key until the template is approved.");
    }
    var category = parts.head().flatMap(h -> h.oneOf("category", "utility", "marketing", "authentication"));
    if (parts.head().isEmpty() || !parts.head().get().has("category")) {
      findings.add(main.file(), 1, "The WhatsApp text has no category.",
          "Begin the file with '---', 'category: utility' (or marketing), '---'.");
    }
    return category.orElse(null);
  }

  private List<String> contentVariables(FrontMatter parts) {
    var names = new ArrayList<String>();
    parts.head().map(h -> h.located("variables")).orElse(List.of()).forEach(name -> {
      names.add(name.text());
      use.contentVariable(name.text(), parts.head().map(YamlMap::file).orElse(""), name.line());
      used.add(name.text());
    });
    return List.copyOf(names);
  }

  private void scan(String text, String file, int line) {
    var tags = TagScan.read(text, file, line, findings);
    use.check(tags, file);
    tags.forEach(tag -> used.add(tag.name()));
  }

  private static String[] knownKeys(Channel channel) {
    return switch (channel) {
      case SMS -> new String[] {"note"};
      case WHATSAPP -> new String[] {"category", "contentSid", "variables", "note"};
      case EMAIL -> new String[] {"subject", "note"};
    };
  }
}
