/**
 * A mail server that catches everything: SMTP in, by address with the troubles of the real world, and the hub's mailbox by IMAP.
 * No mail ever leaves it.
 */
package org.enlacehub.sandbox.mail;
