package org.enlacehub.consulate;

import java.time.LocalDate;

/** A mission is closed from one day to another, both included, and a stated one answers in its place. */
record Closure(String consulate, LocalDate from, LocalDate to, String substitute, String reason) {

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
