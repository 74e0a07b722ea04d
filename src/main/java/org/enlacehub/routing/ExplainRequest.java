package org.enlacehub.routing;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.platform.web.Problem;

/** What a program asks about; every part may be absent. */
@Serdeable
record ExplainRequest(@Nullable String phone, @Nullable String postalCode, @Nullable String text, @Nullable Double latitude,
    @Nullable Double longitude) {
  static final int MAX_TEXT = 20_000;
  private static final int MAX_PHONE = 40;
  private static final int MAX_POSTAL_CODE = 20;

  /** What is wrong with it; a text of which nothing is understood is not wrong. */
  List<Problem.Error> errors() {
    var errors = new ArrayList<Problem.Error>();
    tooLong(errors, "/phone", phone, MAX_PHONE);
    tooLong(errors, "/postalCode", postalCode, MAX_POSTAL_CODE);
    tooLong(errors, "/text", text, MAX_TEXT);
    range(errors, "/latitude", latitude, 90);
    range(errors, "/longitude", longitude, 180);
    if ((latitude == null) != (longitude == null)) {
      errors.add(new Problem.Error(latitude == null ? "/latitude" : "/longitude", "missing",
          "Latitude and longitude come together."));
    }
    return errors;
  }

  Evidence evidence() {
    var number = phone == null ? null : phone.replaceFirst("^whatsapp:", "").replaceFirst("^(\\d{11,15})$", "+$1");
    return new Evidence(number, postalCode, text, latitude, longitude, null, null, null);
  }

  private static void tooLong(List<Problem.Error> errors, String pointer, @Nullable String value, int max) {
    if (value != null && value.length() > max) {
      errors.add(new Problem.Error(pointer, "too-long", "At most " + max + " characters."));
    }
  }

  private static void range(List<Problem.Error> errors, String pointer, @Nullable Double value, double max) {
    if (value != null && !(Math.abs(value) <= max)) {
      errors.add(new Problem.Error(pointer, "out-of-range", "Between -" + (int) max + " and " + (int) max + " degrees."));
    }
  }
}
