package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * When a campaign goes out. Times are local; {@code zone} is {@code recipient}, {@code consulate} or an IANA zone. A local time that a
 * change of the clock skips moves forward by the skipped time; one that comes twice is taken the first time (java.time's rule).
 */
public sealed interface Schedule {
  String RECIPIENT = "recipient";
  String CONSULATE = "consulate";

  /** As soon as somebody says so. */
  record Now() implements Schedule {}

  /** Once. */
  record Once(LocalDateTime at, String zone) implements Schedule {}

  /** Again and again by a rule of RFC 5545, from {@code start} on; from the day it was scheduled on when that is null. */
  record Recurring(String rrule, @Nullable LocalDate start, LocalTime at, String zone, Set<LocalDate> exceptions) implements Schedule {}

  /** So many days after (negative: before) a date of each contact. */
  record Relative(String field, List<Integer> offsets, LocalTime at, String zone) implements Schedule {}
}
