package org.enlacehub.template.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import org.enlacehub.template.Template;

/** The list of templates, in groups by purpose: emergency first. */
@Introspected
public record TemplatesPage(List<Group> groups) {

  /** @param purpose service, information or emergency */
  public record Group(String purpose, List<Row> rows) {}

  /**
   * One template.
   *
   * @param cells channel → what there is, for sms, whatsapp, email in this order
   */
  public record Row(Template template, Map<String, Cell> cells) {}

  /** The languages of a channel, and for SMS the segments of its longest text with samples; 0 for other channels. */
  public record Cell(List<String> languages, int segments) {}
}
