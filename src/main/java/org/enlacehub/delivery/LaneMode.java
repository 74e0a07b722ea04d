package org.enlacehub.delivery;

/** How a lane sends, by how the carrier has answered lately. */
public enum LaneMode {
  /** At the sender's full rate. */
  NORMAL,
  /** After failures in a row: a tenth of the rate. */
  SLOW,
  /** After many: one try now and then, until one succeeds. */
  HEARTBEAT,
  /** Our account or settings are refused: an alert is out, and one try every few minutes finds out whether that was mended. */
  STOPPED
}
