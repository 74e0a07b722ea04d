package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

/**
 * The sealed part of a content, as JSON.
 *
 * @param worded values that are given by language: variable, language, words
 */
@Serdeable
record ContentPayload(@Nullable Map<String, String> values, @Nullable Map<String, Map<String, String>> worded,
    @Nullable Map<String, String> texts,
    @Nullable Map<String, String> subjects,
    @Nullable String address, @Nullable String inReplyTo, boolean automatic, @Nullable String media) {

  static ContentPayload of(Content content, StoredContent.Extras extras) {
    var media = extras.media() == null ? null : extras.media().toString();
    return switch (content) {
      case Content.OfTemplate t -> {
        var values = new HashMap<String, String>();
        var worded = new HashMap<String, Map<String, String>>();
        t.values().forEach((name, value) -> {
          if (value instanceof Map<?, ?> byLanguage) {
            byLanguage.forEach((language, words) -> worded.computeIfAbsent(name, _ -> new HashMap<>())
                .put(String.valueOf(language), String.valueOf(words)));
          } else {
            values.put(name, String.valueOf(value));
          }
        });
        yield new ContentPayload(values, worded, null, null, extras.address(), extras.inReplyTo(), extras.automatic(), media);
      }
      case Content.OfText t -> new ContentPayload(null, null, t.texts(), t.subjects(), extras.address(), extras.inReplyTo(),
          extras.automatic(), media);
    };
  }

  StoredContent opened(long id, @Nullable Long contactId, @Nullable String template, @Nullable String version,
      @Nullable String quiet) {
    Content content = template == null ? new Content.OfText(texts, subjects == null ? Map.of() : subjects)
        : new Content.OfTemplate(template, version, merged());
    return new StoredContent(id, contactId, content, quiet(quiet),
        new StoredContent.Extras(address, inReplyTo, automatic, media == null ? null : URI.create(media)));
  }

  private Map<String, Object> merged() {
    var all = new HashMap<String, Object>();
    if (values != null) {
      all.putAll(values);
    }
    if (worded != null) {
      all.putAll(worded);
    }
    return all;
  }

  static @Nullable String column(Quiet quiet) {
    return switch (quiet) {
      case Quiet.OfCountry() -> null;
      case Quiet.None() -> "none";
      case Quiet.Hours(var from, var to) -> from + "-" + to;
    };
  }

  private static Quiet quiet(@Nullable String column) {
    if (column == null) {
      return Quiet.OF_COUNTRY;
    }
    if (column.equals("none")) {
      return Quiet.NONE;
    }
    var parts = column.split("-");
    return new Quiet.Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
  }
}
