package org.enlacehub.bench;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.ExpandCampaign;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.delivery.Quiet;
import org.enlacehub.delivery.Spread;

/** A campaign's mailing by SMS, of a template that the product ships. */
final class BenchCampaign {
  private static final int WINDOW = 10_000;

  private BenchCampaign() {}

  /** Queues a message for everyone in the audience that has the campaign's number. */
  static void expand(BenchProduct product, long campaign) {
    var outbox = product.bean(Outbox.class);
    var content = outbox.saveContent(new Content.OfTemplate("pasaporte-por-vencer", null, Map.of("passport_expires",
        "2027-01-12")), Quiet.NONE);
    long after = 0;
    ExpandCampaign.Expanded part;
    do {
      part = outbox.expand(new ExpandCampaign(campaign, 1, content, campaign, Purpose.SERVICE, List.of(Channel.SMS), null,
          ExpandCampaign.Due.forAll(product.bean(Clock.class).instant()), Spread.NONE, null, ExpandCampaign.Share.ALL, after, WINDOW));
      after = part.lastContact();
    } while (!part.done());
  }
}
