package org.enlacehub.template;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;

/** Brings the templates' folder from disk into memory: a folder a template, small UTF-8 files, no links out of it. */
final class TemplateFolder {
  private static final long MAX_BYTES = 500_000;
  /** Twilio takes media of 5 MB in every channel. */
  private static final long MAX_RECORDING = 5_000_000;

  private final ConfigFolders folders;
  private final Findings findings;

  TemplateFolder(ConfigFolders folders, Findings findings) {
    this.folders = folders;
    this.findings = findings;
  }

  /** Template name → its files by name; the shared folder is among them. */
  Map<String, Map<String, String>> read() {
    var all = new TreeMap<String, Map<String, String>>();
    for (var entry : entries(folders.templates())) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        all.put(entry.getFileName().toString(), files(entry));
      } else if (!entry.getFileName().toString().equalsIgnoreCase("README.md")) {
        findings.add(folders.display(entry), 0, "A file lies beside the templates' folders.",
            "Move it into the folder of its template.");
      }
    }
    return all;
  }

  private Map<String, String> files(Path folder) {
    var files = new TreeMap<String, String>();
    for (var file : entries(folder)) {
      var display = folders.display(file);
      try {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          findings.add(display, 0, "This is not a file.", "Keep only files in a template's folder.");
        } else if (Voice.isName(file.getFileName().toString())) {
          recording(file, display, files);
        } else if (Files.size(file) > MAX_BYTES) {
          findings.add(display, 0, "The file is larger than 500 kB.", "Shorten it.");
        } else {
          files.put(file.getFileName().toString(), Files.readString(file).replace("\r\n", "\n").replace("\uFEFF", ""));
        }
      } catch (CharacterCodingException e) {
        findings.add(display, 0, "The file is not UTF-8.", "Save it as UTF-8.");
      } catch (IOException e) {
        findings.add(display, 0, "The file cannot be read (" + e.getClass().getSimpleName() + ").", "Check its permissions.");
      }
    }
    return files;
  }

  private void recording(Path file, String display, Map<String, String> files) throws IOException {
    if (Files.size(file) > MAX_RECORDING) {
      findings.add(display, 0, "The recording is larger than 5 MB, which carriers do not take.",
          "Shorten it or save it with fewer kilobits.");
    } else {
      files.put(file.getFileName().toString(), Voice.mark(TemplateContent.sum(Files.readAllBytes(file))));
    }
  }

  private List<Path> entries(Path folder) {
    try (var list = Files.list(folder)) {
      return list.filter(p -> !p.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      findings.add(folders.display(folder), 0, "The folder is missing or cannot be read.",
          "Create it or correct ENLACE_TEMPLATES_DIR.");
      return List.of();
    }
  }
}
