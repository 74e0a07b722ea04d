/**
 * Email by SMTP through Jakarta Mail (Angus): kept connections, our own Message-ID, and a precise word on what became of each
 * mail. No type of Jakarta Mail leaves this package.
 */
package org.enlacehub.channel.email;
