package org.enlacehub.contact;

import java.util.Set;

/**
 * What holds for one address: a bit for each channel and purpose that was granted, and one for each that was withdrawn. A withdrawal
 * wins over a grant until the person or staff grant again.
 *
 * @param unconfirmed what others say that the person agreed to and the person has not confirmed: it counts for nothing
 */
public record ConsentState(int granted, int withdrawn, int unconfirmed) {
  public static final ConsentState NONE = new ConsentState(0, 0, 0);

  /** The bit of a channel and purpose in {@code contact_address.granted}, {@code .withdrawn} and {@code .unconfirmed}. */
  public static int bit(Channel channel, Purpose purpose) {
    return 1 << (channel.ordinal() * Purpose.values().length + purpose.ordinal());
  }

  /** The bits of all these together. */
  public static int bits(Set<Channel> channels, Set<Purpose> purposes) {
    int bits = 0;
    for (var channel : channels) for (var purpose : purposes) bits |= bit(channel, purpose);
    return bits;
  }

  public boolean isGranted(Channel channel, Purpose purpose) {
    return (granted & ~withdrawn & bit(channel, purpose)) != 0;
  }

  public boolean isWithdrawn(Channel channel, Purpose purpose) {
    return (withdrawn & bit(channel, purpose)) != 0;
  }

  public boolean isUnconfirmed(Channel channel, Purpose purpose) {
    return (unconfirmed & bit(channel, purpose)) != 0;
  }

  /** Information needs a grant; service and emergency only that nothing was withdrawn. */
  public boolean allows(Channel channel, Purpose purpose) {
    return !isWithdrawn(channel, purpose) && (purpose != Purpose.INFORMATION || isGranted(channel, purpose));
  }

  /** A grant; it undoes a withdrawal. */
  ConsentState grant(int bits) {
    return new ConsentState(granted | bits, withdrawn & ~bits, unconfirmed & ~bits);
  }

  /** What somebody else says that the person agreed to; a withdrawal stands until the person confirms it. */
  ConsentState claim(int bits) {
    return new ConsentState(granted, withdrawn, unconfirmed | bits & ~(granted & ~withdrawn));
  }

  ConsentState withdraw(int bits) {
    return new ConsentState(granted & ~bits, withdrawn | bits, unconfirmed & ~bits);
  }

  /** As if these had never been withdrawn or granted. */
  ConsentState without(int bits) {
    return new ConsentState(granted & ~bits, withdrawn & ~bits, unconfirmed);
  }

}
