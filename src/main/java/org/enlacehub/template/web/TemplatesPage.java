package org.enlacehub.template.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import org.enlacehub.template.Template;

/**
 * The list of templates, in groups by purpose: emergency first.
 *
 * @param unregistered how many WhatsApp texts could be registered with the carrier
 * @param mayRegister whether the person may ask for it
 */
@Introspected
public record TemplatesPage(List<Group> groups, int unregistered, boolean mayRegister) {

  /** @param purpose service, information or emergency */
  public record Group(String purpose, List<Row> rows) {}

  /**
   * One template.
   *
   * @param cells channel → what there is, for sms, whatsapp, email in this order
   */
  public record Row(Template template, Map<String, Cell> cells) {}

  /**
   * A channel of a template.
   *
   * @param segments of the longest SMS with samples; 0 for other channels
   * @param marks how WhatsApp texts stand with the carrier, by language; empty for other channels
   */
  public record Cell(List<String> languages, int segments, Map<String, ContentMark> marks) {}
}
