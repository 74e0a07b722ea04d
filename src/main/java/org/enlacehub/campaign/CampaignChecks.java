package org.enlacehub.campaign;

import java.util.List;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.YamlMap;

/** What a definition must fit that lies in other rooms: templates and the audience language. */
public interface CampaignChecks {

  /** Reports at {@code template} when it is unknown or lacks a channel or a language. */
  void template(YamlMap map, String name, List<Channel> channels, List<String> languages);

  /** Reports at {@code audience} when the query cannot be read. */
  void audience(YamlMap map, String query);
}
