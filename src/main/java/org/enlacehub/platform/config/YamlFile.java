package org.enlacehub.platform.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads YAML into nodes that remember their line, so that an error can name it. No Java types are ever created from it. */
public final class YamlFile {
  private static final int MAX_BYTES = 2_000_000;

  private YamlFile() {}

  /** The file's top mapping; empty, with a finding, when the file is missing, too large, not UTF-8 or not a mapping. */
  public static Optional<YamlMap> read(Path file, String display, Findings findings) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        findings.add(display, 0, "The file is larger than 2 MB.", "Split it.");
        return Optional.empty();
      }
      return parse(Files.readString(file), display, 1, findings);
    } catch (NoSuchFileException e) {
      findings.add(display, 0, "The file is missing.", "Create it or correct the folder.");
    } catch (MalformedInputException e) {
      findings.add(display, 0, "The file is not UTF-8.", "Save it as UTF-8.");
    } catch (IOException e) {
      findings.add(display, 0, "The file cannot be read (" + e.getClass().getSimpleName() + ").", "Check its permissions.");
    }
    return Optional.empty();
  }

  /**
   * The top mapping of a text, for front matter and for what comes by the API.
   *
   * @param firstLine the line of the file on which the text begins, 1 for a whole file
   */
  public static Optional<YamlMap> parse(String text, String display, int firstLine, Findings findings) {
    try {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      options.setMaxAliasesForCollections(20);
      options.setNestingDepthLimit(30);
      var root = new Yaml(options).compose(new java.io.StringReader(text));
      if (root instanceof MappingNode mapping) {
        return Optional.of(new YamlMap(mapping, display, firstLine, "", findings));
      }
      findings.add(display, firstLine, "The file holds no 'key: value' lines.", "Begin with a key, for example 'id: my-campaign'.");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + firstLine;
      findings.add(display, line, "The YAML cannot be read: " + e.getProblem() + ".", "Check indentation, colons and quotes on this line.");
    } catch (ReaderException e) {
      findings.add(display, 0, "The file has a character that YAML does not allow.", "Remove control characters.");
    }
    return Optional.empty();
  }
}
