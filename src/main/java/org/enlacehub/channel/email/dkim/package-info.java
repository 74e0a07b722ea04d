/** Signatures of the sending domain (DKIM, RFC 6376). Keys come from outside; nothing is kept here. */
package org.enlacehub.channel.email.dkim;
