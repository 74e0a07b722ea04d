package org.enlacehub;

import java.util.List;
import org.enlacehub.campaign.CampaignFiles;
import org.enlacehub.channel.ChannelFiles;
import org.enlacehub.consulate.ConsulateFiles;
import org.enlacehub.contact.ConsentFiles;
import org.enlacehub.contact.ContactFiles;
import org.enlacehub.delivery.DeliveryFiles;
import org.enlacehub.inquiry.InquiryFiles;
import org.enlacehub.inquiry.assignment.AssignmentFiles;
import org.enlacehub.inquiry.bymail.NoticeFiles;
import org.enlacehub.inquiry.urgent.AlarmFiles;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.routing.RoutingFiles;
import org.enlacehub.template.TemplateFiles;
import org.enlacehub.triage.TriageFiles;

/** Every part of the configuration, in the order in which a person would mend it. */
final class Lint {
  private static final List<ConfigPart> PARTS = List.of(
      new ConsulateFiles(), new RoutingFiles(), new ContactFiles(), new ConsentFiles(), new TemplateFiles(), new ChannelFiles(),
      new DeliveryFiles(), new TriageFiles(), new InquiryFiles(), new AssignmentFiles(), new NoticeFiles(), new AlarmFiles(), new CampaignFiles());

  private Lint() {}

  static Findings check(ConfigFolders folders) {
    var findings = new Findings();
    PARTS.forEach(part -> part.check(folders, findings));
    return findings;
  }
}
