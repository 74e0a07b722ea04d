package org.enlacehub.contact;

import java.util.Set;

/**
 * What holds for one address: a bit for each channel and purpose that was granted, and one for each that was withdrawn. A withdrawal
 * wins over a grant until the person or staff grant again.
 */
public record ConsentState(int granted, int withdrawn) {
  public static final ConsentState NONE = new ConsentState(0, 0);

  /** The bit of a channel and purpose in {@code contact_address.granted} and {@code .withdrawn}. */
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

  /** Information needs a grant; service and emergency only that nothing was withdrawn. */
  public boolean allows(Channel channel, Purpose purpose) {
    return !isWithdrawn(channel, purpose) && (purpose != Purpose.INFORMATION || isGranted(channel, purpose));
  }

  /** A grant by a file: it does not undo a withdrawal. */
  public ConsentState grant(int bits) {
    return new ConsentState(granted | bits & ~withdrawn, withdrawn);
  }

  /** A grant by the person or by staff: it undoes a withdrawal. */
  public ConsentState grantAnew(int bits) {
    return new ConsentState(granted | bits, withdrawn & ~bits);
  }

  public ConsentState withdraw(int bits) {
    return new ConsentState(granted & ~bits, withdrawn | bits);
  }

  /** What holds when two addresses or contacts become one: the stricter of both. */
  public ConsentState stricter(ConsentState other) {
    int lost = withdrawn | other.withdrawn;
    return new ConsentState((granted | other.granted) & ~lost, lost);
  }
}
