/** A mailbox that is read by IMAP. Reads, waits and marks; keeps nothing and decides nothing. */
package org.enlacehub.channel.email.imap;
