package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.YamlMap;

/** What a definition must fit that lies in other rooms: templates, the audience language, declared fields. */
public interface CampaignChecks {
  /** For definitions that were checked when they were stored: what was approved stays readable whatever became of the files. */
  CampaignChecks NONE = new CampaignChecks() {
    @Override
    public void template(YamlMap campaign, String name, List<Channel> channels, List<String> languages, Map<String, Object> values) {}

    @Override
    public void audience(YamlMap campaign, String query) {}

    @Override
    public void date(YamlMap schedule, String field) {}

    @Override
    public void answeredBy(YamlMap reply, @Nullable String topic, @Nullable String desk) {}

    @Override
    public void confirmations(YamlMap campaign, List<Channel> channels, List<String> languages, Map<String, Object> values) {}
  };

  /**
   * Reports at {@code template} when it is unknown, lacks a channel or a language, or needs values that nobody gives; at
   * {@code values} what does not fit its variables.
   */
  void template(YamlMap campaign, String name, List<Channel> channels, List<String> languages, Map<String, Object> values);

  /** Reports at {@code audience} when the query cannot be read. */
  void audience(YamlMap campaign, String query);

  /** Reports at {@code relativeTo} when no such date is declared for contacts. */
  void date(YamlMap schedule, String field);

  /** Reports at {@code topic} and {@code desk} what is neither a service nor a mission. */
  void answeredBy(YamlMap reply, @Nullable String topic, @Nullable String desk);

  /** As {@link #template}, for the texts with which an invitation answers people. */
  void confirmations(YamlMap campaign, List<Channel> channels, List<String> languages, Map<String, Object> values);
}
