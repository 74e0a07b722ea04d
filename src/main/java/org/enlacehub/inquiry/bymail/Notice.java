package org.enlacehub.inquiry.bymail;

import java.time.Instant;

/**
 * A mail that told an officer of an inquiry and may be answered.
 *
 * @param messageId the outbox's message; its token in the answer names this notice
 * @param seenEntry the newest entry of the thread that the officer may be taken to know; 0 for none
 * @param told how many mails told the officer what came of answers
 */
record Notice(long messageId, long inquiryId, long contactId, long staffId, long seenEntry, int told, Instant sentAt, Instant expiresAt) {}
