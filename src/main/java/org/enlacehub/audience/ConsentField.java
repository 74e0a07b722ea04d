package org.enlacehub.audience;

import io.micronaut.core.annotation.Nullable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ConsentState;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.contact.Purpose;
import org.enlacehub.platform.config.Spelling;

/** {@code consent.sms = service}: granted for an address and not withdrawn since; {@code consent} alone means any channel. */
final class ConsentField implements QueryField {
  private static final Set<Purpose> ALL = EnumSet.allOf(Purpose.class);
  private final Set<Channel> channels;

  ConsentField(@Nullable Channel channel) {
    this.channels = channel == null ? EnumSet.allOf(Channel.class) : EnumSet.of(channel);
  }

  @Override
  public FieldKind kind() {
    return FieldKind.CODE;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (!how.isEquality()) throw QueryField.unsuited(value, "no-order", "Consent can be compared with =, != and in only.", null);
    var purpose = Purpose.parse(value.text()).orElseThrow(() -> QueryField.unsuited(value, "no-purpose",
        "Consent is for service, information or emergency.",
        Spelling.nearest(value.text(), ALL.stream().map(Purpose::code).toList()).orElse(null)));
    return granted(EnumSet.of(purpose));
  }

  @Override
  public ContactFilter present() {
    return granted(ALL);
  }

  private ContactFilter granted(Set<Purpose> purposes) {
    return new ContactFilter("c.id IN (SELECT a.contact_id FROM contact_address a WHERE (a.granted & ~a.withdrawn & ?) <> 0)",
        List.of(ConsentState.bits(channels, purposes)));
  }
}
