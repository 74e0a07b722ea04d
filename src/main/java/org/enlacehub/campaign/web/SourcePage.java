package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.platform.config.Finding;

/**
 * A campaign's text as a file, to be written.
 *
 * @param campaign null for a new one
 * @param errors what is wrong with the text, by line
 */
@Introspected
public record SourcePage(@Nullable Campaign campaign, String source, List<Finding> errors) {
  static final String EXAMPLE = """
      id: mi-campana
      title: {es: "Título para el equipo", en: "Title for staff"}
      purpose: information
      audience: country = US and language = es
      text:
        es: "Consulado de Guatemala: escriba aquí su mensaje. Responda ALTO para no recibir más."
        en: "Consulate of Guatemala: write your message here. Reply STOP to end."
      channels: [sms]
      schedule: now
      approvals: 1
      expires: 48h
      """;
}
