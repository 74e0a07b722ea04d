package org.enlacehub;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.database.DatabaseSettings;
import org.enlacehub.platform.database.StartRefused;

/** What has to be known before the product's context exists, read from the environment and checked for being half there. */
record LaunchSettings(Map<String, String> env) {
  private static final int DEFAULT_PORT = 8080;
  private static final int MAX_PORT = 65_535;

  static LaunchSettings ofProcess() {
    return new LaunchSettings(System.getenv());
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(env.get(name)).map(String::strip).filter(value -> !value.isEmpty());
  }

  Path dataDir() {
    return Path.of(get("ENLACE_DATA_DIR").orElse("data")).toAbsolutePath().normalize();
  }

  ConfigFolders folders() {
    return new ConfigFolders(Path.of(get("ENLACE_CONFIG_DIR").orElse("config")),
        Path.of(get("ENLACE_TEMPLATES_DIR").orElse("templates")), Path.of(get("ENLACE_CAMPAIGNS_DIR").orElse("campaigns")));
  }

  /** 0 means: pick a free one. */
  int port() {
    var text = get("ENLACE_PORT").orElse(Integer.toString(DEFAULT_PORT));
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= MAX_PORT) {
      return Integer.parseInt(text);
    }
    throw new StartRefused("ENLACE_PORT is not a port.", "Set it to a number from 1 to 65535, or to 0 for a free one.");
  }

  Optional<DatabaseSettings> database() {
    return get("ENLACE_DB_URL").map(url -> new DatabaseSettings(url, get("ENLACE_DB_USER").orElse(""),
        Optional.ofNullable(env.get("ENLACE_DB_PASSWORD")).orElse("")));
  }

  /** @throws StartRefused naming every setting that lacks its other half */
  void refuseHalves() {
    var missing = new ArrayList<String>();
    pair(missing, "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN");
    pair(missing, "TWILIO_AUTH_TOKEN", "TWILIO_ACCOUNT_SID");
    pair(missing, "ENLACE_SMS_FROM", "TWILIO_ACCOUNT_SID");
    pair(missing, "ENLACE_WHATSAPP_FROM", "TWILIO_ACCOUNT_SID");
    pair(missing, "ENLACE_DB_URL", "ENLACE_DB_USER");
    pair(missing, "ENLACE_DB_USER", "ENLACE_DB_URL");
    pair(missing, "ENLACE_DB_PASSWORD", "ENLACE_DB_URL");
    pair(missing, "ENLACE_MAIL_FROM", "ENLACE_SMTP_URL");
    if (get("ENLACE_DB_URL").filter(url -> !url.startsWith("jdbc:mysql://")).isPresent()) {
      missing.add("ENLACE_DB_URL must begin with jdbc:mysql://");
    }
    for (var name : new String[] {"ENLACE_PUBLIC_URL", "TWILIO_API_URL"}) {
      if (get(name).filter(url -> !isHttp(url)).isPresent()) {
        missing.add(name + " must be an http or https address");
      }
    }
    if (!missing.isEmpty()) {
      throw new StartRefused("The settings are half there: " + String.join("; ", missing) + ".",
          "Set them in the environment of this process (docs/operating.md lists all).");
    }
  }

  private void pair(ArrayList<String> missing, String present, String needed) {
    var line = present + " is set but " + needed + " is not";
    if (get(present).isPresent() && get(needed).isEmpty() && missing.stream().noneMatch(m -> m.endsWith(needed + " is not"))) {
      missing.add(line);
    }
  }

  private static boolean isHttp(String text) {
    try {
      var uri = URI.create(text);
      return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
