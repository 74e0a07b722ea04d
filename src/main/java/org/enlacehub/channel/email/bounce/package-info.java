/**
 * What mail servers report back about mails: standard reports (RFC 3464, RFC 5965), and the many that follow no standard. Reads what
 * {@code channel.email.reading} opened; decides nothing about addresses.
 */
package org.enlacehub.channel.email.bounce;
