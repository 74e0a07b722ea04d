/**
 * Opens mails as they come in, whatever their state: headers, readable text, attachments, machine-readable reports. Decides nothing
 * about them and touches neither database nor network. Every tree is read to a bounded depth, number and length.
 */
package org.enlacehub.channel.email.reading;
