/** The pages of mail under /ajustes/correo: senders and mailbox, domains, what came back, what was kept apart, single mails. */
package org.enlacehub.inbound.mail.web;
