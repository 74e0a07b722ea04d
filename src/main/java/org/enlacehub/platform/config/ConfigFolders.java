package org.enlacehub.platform.config;

import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;

/**
 * The three folders that a ministry edits.
 *
 * @param config consulates, jurisdictions, channels, prices, triage and routing rules
 * @param templates message texts, a folder a template
 * @param campaigns campaign definitions, a file a campaign
 */
public record ConfigFolders(Path config, Path templates, Path campaigns) {

  /** The folders under one root, as they lie in the repository. */
  public static ConfigFolders under(Path root) {
    return new ConfigFolders(root.resolve("config"), root.resolve("templates"), root.resolve("campaigns"));
  }

  /** For commands: the given configuration folder, else that of {@code ENLACE_CONFIG_DIR}, else {@code config}. */
  public static ConfigFolders chosen(@Nullable Path config) {
    var set = System.getenv("ENLACE_CONFIG_DIR");
    var folder = config != null ? config : Path.of(set == null ? "config" : set);
    return new ConfigFolders(folder, Path.of("templates"), Path.of("campaigns"));
  }

  /** How a file is named to a person: {@code config/consulates.csv}, whatever the folder's real place is. */
  public String display(Path file) {
    for (var folder : new Path[] {config, templates, campaigns}) {
      var absolute = folder.toAbsolutePath().normalize();
      if (file.toAbsolutePath().normalize().startsWith(absolute)) {
        var parent = absolute.getFileName();
        return (parent + "/" + absolute.relativize(file.toAbsolutePath().normalize())).replace('\\', '/');
      }
    }
    return file.toString();
  }
}
