/**
 * The desk by mail: officers are told of inquiries in a mail that they may answer from their own mail program, without the console.
 * What the mails say leaves the house unencrypted, so it holds no more of a person than {@code config/inquiry/mail.yml} allows.
 */
package org.enlacehub.inquiry.bymail;
