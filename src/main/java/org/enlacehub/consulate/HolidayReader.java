package org.enlacehub.consulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/holidays/CC.yml}, a file a country. */
final class HolidayReader {
  private final Path folder;
  private final ConfigFolders folders;
  private final Findings findings;

  HolidayReader(ConfigFolders folders, Findings findings) {
    this.folder = folders.config().resolve("holidays");
    this.folders = folders;
    this.findings = findings;
  }

  /** Holidays by country; a country without a file has none. */
  Map<String, List<Holiday>> read() {
    var result = new HashMap<String, List<Holiday>>();
    if (!Files.isDirectory(folder)) {
      return result;
    }
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var name = file.getFileName().toString();
        if (!name.matches("[A-Z]{2}\\.yml")) {
          findings.add(folders.display(file), 0, "The file's name is not a country's.", "Name it like GT.yml.");
          continue;
        }
        YamlFile.read(file, folders.display(file), findings).ifPresent(map -> result.put(name.substring(0, 2), holidays(map)));
      }
    } catch (IOException e) {
      findings.add(folders.display(folder), 0, "The folder cannot be read.", "Check its permissions.");
    }
    return result;
  }

  private static List<Holiday> holidays(YamlMap map) {
    map.allowOnly("verified", "holidays");
    map.flag("verified");
    var result = new ArrayList<Holiday>();
    for (var item : map.maps("holidays")) {
      item.allowOnly("name", "day", "easter", "moved");
      var name = item.requiredText("name");
      if (item.has("easter") == item.has("day")) {
        item.report("name", "A holiday has either 'day' or 'easter'.", "Write day: \"09-15\" or easter: -2.");
      } else if (item.has("easter")) {
        item.number("easter", -100, 100).ifPresent(days -> result.add(new Holiday.Easter(name, days.intValue())));
      } else {
        item.text("day").ifPresent(day -> {
          try {
            result.add(new Holiday.Fixed(name, MonthDay.parse("--" + day), item.flag("moved").orElse(false)));
          } catch (DateTimeException e) {
            item.report("day", "'" + day + "' is not a day of the year.", "Write month and day in quotes, like \"09-15\".");
          }
        });
      }
    }
    return result;
  }
}
