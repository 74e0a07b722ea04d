package org.enlacehub.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.config.Findings;

/** Writes small template folders for tests. */
final class TemplateFolders {
  private final Path root;

  TemplateFolders(Path root) {
    this.root = root;
  }

  /** A file under {@code templates/}. */
  TemplateFolders with(String path, String content) {
    try {
      var file = root.resolve("templates").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A template "t" with one variable {@code name} and the given SMS in both languages. */
  TemplateFolders withSms(String text) {
    return with("t/template.yml", "purpose: service\nvariables:\n  name: {type: text, sample: Rosa}\n")
        .with("t/es.sms.txt", text).with("t/en.sms.txt", text);
  }

  ConfigFolders folders() {
    return ConfigFolders.under(root);
  }

  List<Finding> findings() {
    var findings = new Findings();
    new TemplateFiles().check(folders(), findings);
    return findings.all();
  }

  Template load(String name) {
    return TemplateFiles.load(folders()).get(name);
  }
}
