package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;

/**
 * One window of a campaign's audience to be turned into messages. Called again and again with {@code afterContact} of the last
 * result until it says that it is done; a window that is expanded twice adds nothing the second time.
 *
 * @param run which start of a recurring campaign, from 1
 * @param contentId from {@link Outbox#saveContent}; for a test of two texts give both windows' halves their own campaign step
 * content
 * @param snapshotId the audience
 * @param channels in order of preference; the first for which the person has an address is taken, the rest follow as fallback
 * @param fallbackAfter how long to wait for a delivery before the next channel; null for no fallback over time
 * @param due when it goes out, for each place
 * @param spread over how long after they are due the messages go out
 * @param expires when it is too late, counted from due; null for never
 * @param share only contacts whose hash falls into this share, for tests of two texts; {@link Share#ALL} for everyone
 * @param afterContact where the window begins: contact ids greater than this; 0 at first
 * @param window how many members of the snapshot at most; 10,000 is good
 */
public record ExpandCampaign(long campaignId, int run, long contentId, long snapshotId, Purpose purpose, List<Channel> channels,
    @Nullable Duration fallbackAfter, Due due, Spread spread, @Nullable Duration expires,
    Share share, long afterContact, int window) {

  /** Hundredths of the contacts, from (inclusive) to (exclusive): {@code new Share(0, 50)} is half of them. */
  public record Share(int from, int to) {
    public static final Share ALL = new Share(0, 100);
  }

  /**
   * When it goes out.
   *
   * @param usual for people at no place of {@code by}
   * @param by the place that decides
   * @param at by place: time zones such as America/Guatemala, or codes of consulates; empty when all get it at once
   */
  public record Due(Instant usual, Place by, Map<String, Instant> at) {
    public Due {
      at = Map.copyOf(at);
    }

    /** Everybody at the same instant. */
    public static Due forAll(Instant instant) {
      return new Due(instant, Place.TIME_ZONE, Map.of());
    }
  }

  /** What of a person decides when a message is due. */
  public enum Place { TIME_ZONE, CONSULATE }

  public ExpandCampaign {
    channels = List.copyOf(channels);
    if (channels.isEmpty() || window < 1) {
      throw new IllegalArgumentException("a campaign has a channel and a window is not empty");
    }
  }

  /**
   * What a window became.
   *
   * @param messages how many were added; fewer than the window when some exist already
   * @param lastContact give it as the next {@code afterContact}
   * @param done the snapshot has no further members
   */
  public record Expanded(int messages, long lastContact, boolean done) {}
}
