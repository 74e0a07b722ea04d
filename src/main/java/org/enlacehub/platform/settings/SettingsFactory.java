package org.enlacehub.platform.settings;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.config.ConfigFolders;

/** Makes the typed settings from Micronaut's environment, which maps {@code ENLACE_DATA_DIR} to {@code enlace.data-dir}. */
@Factory
class SettingsFactory {

  @Singleton
  Settings settings(Environment env) {
    int port = env.getProperty("micronaut.server.port", Integer.class).orElse(8080);
    return new Settings(
        port,
        Path.of(text(env, "enlace.data-dir").orElse("data")).toAbsolutePath().normalize(),
        URI.create(withoutSlash(text(env, "enlace.public-url").orElse("http://localhost:" + port))),
        env.getProperty("enlace.sandbox", Boolean.class).orElse(false),
        text(env, "twilio.account-sid"),
        text(env, "twilio.auth-token").map(Secret::new),
        URI.create(withoutSlash(text(env, "twilio.api-url").orElse("https://api.twilio.com"))),
        list(env, "enlace.sms-from"),
        list(env, "enlace.whatsapp-from"),
        text(env, "enlace.mail-from"),
        text(env, "enlace.smtp-url").map(Secret::new),
        text(env, "enlace.imap-url").map(Secret::new),
        text(env, "enlace.admin-token").map(Secret::new));
  }

  @Singleton
  ConfigFolders folders(Environment env) {
    return new ConfigFolders(
        Path.of(text(env, "enlace.config-dir").orElse("config")),
        Path.of(text(env, "enlace.templates-dir").orElse("templates")),
        Path.of(text(env, "enlace.campaigns-dir").orElse("campaigns")));
  }

  private static Optional<String> text(Environment env, String name) {
    return env.getProperty(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
  }

  private static List<String> list(Environment env, String name) {
    return text(env, name).map(value -> Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList())
        .orElse(List.of());
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
