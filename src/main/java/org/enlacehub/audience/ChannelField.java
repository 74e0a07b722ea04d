package org.enlacehub.audience;

import java.util.Arrays;
import java.util.List;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.platform.config.Spelling;

/** {@code channel = whatsapp}: who can be reached by it, see {@link Reach}. */
final class ChannelField implements QueryField {

  @Override
  public FieldKind kind() {
    return FieldKind.CODE;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (!how.isEquality()) throw QueryField.unsuited(value, "no-order", "A channel can be compared with =, != and in only.", null);
    var codes = Arrays.stream(Channel.values()).map(Channel::code).toList();
    var channel = Channel.parse(value.text()).orElseThrow(() -> QueryField.unsuited(value, "no-channel",
        "A channel is sms, whatsapp or email.", Spelling.nearest(value.text(), codes).orElse(null)));
    return reachable(channel);
  }

  private static ContactFilter reachable(Channel channel) {
    return new ContactFilter("EXISTS (SELECT 1 FROM contact_address a WHERE a.contact_id = c.id AND " + Reach.condition(channel) + ")",
        List.of());
  }

  @Override
  public ContactFilter present() {
    return Arrays.stream(Channel.values()).map(ChannelField::reachable).reduce(QueryField::or).orElseThrow();
  }
}
