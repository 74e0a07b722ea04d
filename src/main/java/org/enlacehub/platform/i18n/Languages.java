package org.enlacehub.platform.i18n;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Loads the bundles of all rooms, {@code i18n/<room>_<language>.properties} in UTF-8, named in {@code i18n/rooms}. */
@Singleton
public class Languages {
  /** What staff can choose; the first is the default. */
  public static final List<String> OFFERED = List.of("es", "en");
  private static final Map<String, Locale> LOCALES = Map.of("es", Locale.forLanguageTag("es-GT"), "en", Locale.forLanguageTag("en-US"));
  private final Map<String, Texts> texts = new HashMap<>();

  public Languages() {
    for (var language : OFFERED) {
      var all = new HashMap<String, String>();
      for (var room : rooms()) {
        read("i18n/" + room + "_" + language + ".properties").forEach((key, value) -> all.put((String) key, (String) value));
      }
      texts.put(language, new Texts(LOCALES.get(language), all));
    }
  }

  /** The texts of a language; Spanish for one that is not offered. */
  public Texts texts(String language) {
    return texts.getOrDefault(language, texts.get(OFFERED.getFirst()));
  }

  private static List<String> rooms() {
    try (var in = Languages.class.getClassLoader().getResourceAsStream("i18n/rooms")) {
      return in == null ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(String resource) {
    var properties = new Properties();
    try (var in = Languages.class.getClassLoader().getResourceAsStream(resource)) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
