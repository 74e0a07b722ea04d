package org.enlacehub.delivery;

/** The codes that say why a message stands where it stands; texts are {@code delivery.reason.<code>}. */
public final class Reasons {
  public static final String QUIET_HOURS = "quiet_hours";
  public static final String CONTACT_GONE = "contact_gone";
  public static final String SAME_PERSON = "same_person";
  public static final String EXPIRED = "expired";
  public static final String NO_ADDRESS = "no_address";
  public static final String NO_CONSENT = "no_consent";
  public static final String OPTED_OUT = "opted_out";
  public static final String WINDOW_CLOSED = "window_closed";
  public static final String NO_SENDER = "no_sender";
  public static final String NO_TEXT = "no_text";
  public static final String VALUES_MISSING = "values_missing";
  public static final String NO_TEMPLATE = "no_template";
  public static final String REFUSED = "refused";
  public static final String GAVE_UP = "gave_up";
  public static final String UNCERTAIN = "uncertain";
  public static final String FOUND_AT_CARRIER = "found_at_carrier";
  public static final String NEVER_LEFT = "never_left";
  public static final String NOT_DELIVERED_IN_TIME = "not_delivered_in_time";
  public static final String ARRIVED_OTHERWISE = "arrived_otherwise";
  public static final String FALLBACK = "fallback";

  private Reasons() {}
}
