package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.util.Set;
import org.enlacehub.template.whatsapp.ContentState;

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
  public static final String TEMPLATE_UNREGISTERED = "template_unregistered";
  public static final String TEMPLATE_PENDING = "template_pending";
  public static final String TEMPLATE_REJECTED = "template_rejected";
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

  /** What holds a WhatsApp message until the person writes, or until a template says the same. */
  static final Set<String> OUTSIDE_WINDOW = Set.of(WINDOW_CLOSED, TEMPLATE_UNREGISTERED, TEMPLATE_PENDING, TEMPLATE_REJECTED);

  private Reasons() {}

  /** Why no approved template stands for a WhatsApp text. @param state null when it was never registered */
  static String withoutTemplate(@Nullable ContentState state) {
    return switch (state) {
      case null -> TEMPLATE_UNREGISTERED;
      case UNSUBMITTED, GONE -> TEMPLATE_UNREGISTERED;
      case ASKED, PENDING, APPROVED -> TEMPLATE_PENDING;
      case REJECTED, PAUSED, DISABLED, REFUSED -> TEMPLATE_REJECTED;
    };
  }
}
