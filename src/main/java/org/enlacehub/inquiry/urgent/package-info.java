/**
 * The urgent protocol: who is called for a case of severity 1 or 2, how it climbs until somebody accepts, and what is on the record.
 * Every step is a row with a time, written in one transaction with the messages that it queues; a durable job takes the next one.
 * It must not change inquiries itself, and must not tell anybody on duty what the person wrote.
 */
package org.enlacehub.inquiry.urgent;
