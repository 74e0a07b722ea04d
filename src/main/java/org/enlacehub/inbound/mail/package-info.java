/**
 * Mails that come in: the mailbox is read on one node at a time, each mail is stored before anything else happens to it, then sorted:
 * what a person wrote goes to a desk like any message, reports change messages and addresses, the rest is kept apart.
 */
package org.enlacehub.inbound.mail;
