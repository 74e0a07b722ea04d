package org.enlacehub.platform.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a configuration file. Every getter reports what is wrong, with the line, to the {@link Findings} it was read with,
 * and then answers as if the key were absent, so that one reading shows all errors.
 */
public final class YamlMap {
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final String file;
  private final int firstLine;
  private final int line;
  private final String path;
  private final Findings findings;

  YamlMap(MappingNode node, String file, int firstLine, String path, Findings findings) {
    this.path = path;
    this.file = file;
    this.firstLine = firstLine;
    this.line = lineOf(node);
    this.findings = findings;
    for (var tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        if (values.put(key.getValue(), tuple.getValueNode()) != null) {
          findings.add(file, lineOf(key), "The key '" + key.getValue() + "' stands twice.", "Keep one.");
        }
        lines.put(key.getValue(), lineOf(key));
      } else {
        findings.add(file, lineOf(tuple.getKeyNode()), "A key must be a word.", "Quote it or rename it.");
      }
    }
  }

  /** Keys in the order of the file. */
  public Set<String> keys() {
    return values.keySet();
  }

  public boolean has(String key) {
    return values.containsKey(key) && !isNull(values.get(key));
  }

  /** The line of a key; the mapping's own line when the key is absent. */
  public int line(String key) {
    return lines.getOrDefault(key, line);
  }

  public int line() {
    return line;
  }

  public String file() {
    return file;
  }

  public void report(String key, String message, String remedy) {
    findings.add(file, line(key), path + "/" + key, message, remedy);
  }

  /** Reports each key that is not among the known ones, and suggests the nearest. */
  public void allowOnly(String... known) {
    for (var key : values.keySet()) {
      if (!List.of(known).contains(key)) {
        var near = Spelling.nearest(key, List.of(known));
        report(key, "The key '" + key + "' is not known here.",
            near.map(n -> "Did you mean '" + n + "'?").orElse("Known keys: " + String.join(", ", known) + "."));
      }
    }
  }

  /** A required text; an empty string, with a finding, when it is absent. */
  public String requiredText(String key) {
    if (!has(key)) {
      report(key, "The key '" + key + "' is missing.", "Add it.");
      return "";
    }
    return text(key).orElse("");
  }

  public Optional<String> text(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (values.get(key) instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    report(key, "'" + key + "' must be a text.", "Write one value after the colon.");
    return Optional.empty();
  }

  /** One of the given words. */
  public Optional<String> oneOf(String key, String... allowed) {
    return text(key).filter(value -> {
      if (List.of(allowed).contains(value)) {
        return true;
      }
      report(key, "'" + value + "' is not a value of '" + key + "'.", "Use one of: " + String.join(", ", allowed) + ".");
      return false;
    });
  }

  public Optional<Long> number(String key, long min, long max) {
    return text(key).flatMap(value -> {
      try {
        long n = Long.parseLong(value.replace("_", ""));
        if (n >= min && n <= max) {
          return Optional.of(n);
        }
      } catch (NumberFormatException e) {
        // reported below, as for a number out of bounds
      }
      report(key, "'" + key + "' must be a whole number from " + min + " to " + max + ".", "Correct it.");
      return Optional.empty();
    });
  }

  public Optional<Double> decimal(String key, double min, double max) {
    return text(key).flatMap(value -> {
      try {
        double n = Double.parseDouble(value);
        if (n >= min && n <= max) {
          return Optional.of(n);
        }
      } catch (NumberFormatException e) {
        // reported below, as for a number out of bounds
      }
      report(key, "'" + key + "' must be a number from " + min + " to " + max + ".", "Correct it.");
      return Optional.empty();
    });
  }

  public Optional<Boolean> flag(String key) {
    return oneOf(key, "true", "false").map(Boolean::valueOf);
  }

  /** A list of texts; a single text counts as a list of one. Empty when absent. */
  public List<String> texts(String key) {
    return located(key).stream().map(Located::text).toList();
  }

  /** As {@link #texts}, each with its line. */
  public List<Located> located(String key) {
    if (!has(key)) {
      return List.of();
    }
    var node = values.get(key);
    if (node instanceof ScalarNode scalar) {
      return List.of(new Located(scalar.getValue(), lineOf(scalar)));
    }
    var result = new ArrayList<Located>();
    if (node instanceof SequenceNode sequence) {
      for (var item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) {
          result.add(new Located(scalar.getValue(), lineOf(scalar)));
        } else {
          findings.add(file, lineOf(item), "An item of '" + key + "' must be a text.", "Write one value a line.");
        }
      }
    } else {
      report(key, "'" + key + "' must be a list.", "Write '- value' lines below it.");
    }
    return result;
  }

  public Optional<YamlMap> map(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (values.get(key) instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(mapping, file, firstLine, path + "/" + key, findings));
    }
    report(key, "'" + key + "' must hold 'key: value' lines.", "Indent them below it.");
    return Optional.empty();
  }

  /** A list of mappings. */
  public List<YamlMap> maps(String key) {
    if (!has(key)) {
      return List.of();
    }
    var result = new ArrayList<YamlMap>();
    if (values.get(key) instanceof SequenceNode sequence) {
      for (var item : sequence.getValue()) {
        if (item instanceof MappingNode mapping) {
          result.add(new YamlMap(mapping, file, firstLine, path + "/" + key + "/" + result.size(), findings));
        } else {
          findings.add(file, lineOf(item), "An item of '" + key + "' must hold 'key: value' lines.", "Begin it with '- key: value'.");
        }
      }
    } else {
      report(key, "'" + key + "' must be a list.", "Begin each item with '- '.");
    }
    return result;
  }

  /** True when the key holds a mapping, for fields that may be a word or a mapping. */
  public boolean isMap(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** The mapping as texts, for small maps such as a title by language. */
  public Map<String, String> textMap(String key) {
    return map(key).map(m -> m.keys().stream()
            .collect(Collectors.toMap(k -> k, k -> m.text(k).orElse(""), (a, _) -> a, LinkedHashMap::new)))
        .orElseGet(LinkedHashMap::new);
  }

  private int lineOf(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + firstLine;
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
  }

  /** A text with the line on which it stands. */
  public record Located(String text, int line) {}
}
