package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;

/**
 * The one way out. Whoever wants something sent queues it here, in the transaction in which they decide it; lanes do the rest.
 */
@Singleton
public class Outbox {

  /** Queues a message, in the caller's transaction when there is one; returns its id, or that of the first with its idempotency key. */
  @Transactional
  public long enqueue(NewMessage message) {
    throw new UnsupportedOperationException();
  }

  /** Stores what a campaign's step says, once for all its messages; returns the content id for {@link #expand}. */
  @Transactional
  public long saveContent(Content content, Quiet quiet) {
    throw new UnsupportedOperationException();
  }

  /** Turns a window of an audience into messages with one INSERT … SELECT; see {@link ExpandCampaign}. */
  @Transactional
  public ExpandCampaign.Expanded expand(ExpandCampaign window) {
    throw new UnsupportedOperationException();
  }

  /** Calls back a message that has not left. False when it has, or is leaving. */
  @Transactional
  public boolean cancel(long messageId, String reason) {
    throw new UnsupportedOperationException();
  }

  /** Calls back what has not left of a campaign, at most {@code limit} messages; call until it returns 0. */
  @Transactional
  public int cancelCampaign(long campaignId, String reason, int limit) {
    throw new UnsupportedOperationException();
  }

  /** A campaign's messages wait from now on; those that are being sent at this moment leave. Repeatable. */
  @Transactional
  public void hold(long campaignId, String reason) {
    throw new UnsupportedOperationException();
  }

  /** A campaign's messages go on. Repeatable. */
  @Transactional
  public void release(long campaignId) {
    throw new UnsupportedOperationException();
  }

  /** The person wrote by WhatsApp: what waited for the window goes out. */
  @Transactional
  public void windowOpened(long contactId) {
    throw new UnsupportedOperationException();
  }

  /** An officer decided about a message that is held: it is queued again, or cancelled. False when it is not held. */
  @Transactional
  public boolean decide(long messageId, boolean send) {
    throw new UnsupportedOperationException();
  }

  /** The person wrote to this number or address of ours: we answer and write from it. Unknown ones are ignored. */
  @Transactional
  public void wroteTo(long contactId, Channel channel, String ourAddress, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** How messages stand, for sweeps; unknown ids are absent. */
  @Transactional
  public Map<Long, MessageState> statuses(Collection<Long> messageIds) {
    throw new UnsupportedOperationException();
  }

  /** A campaign's totals, from counters: cheap at any size. */
  @Transactional
  public DeliveryTotals.Breakdown totals(long campaignId) {
    throw new UnsupportedOperationException();
  }

  /** Why messages of a campaign failed or were not sent, most frequent first; reads the campaign's messages. */
  @Transactional
  public List<DeliveryTotals.FailureGroup> failures(long campaignId) {
    throw new UnsupportedOperationException();
  }
}
