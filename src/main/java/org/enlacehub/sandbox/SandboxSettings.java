package org.enlacehub.sandbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How the sandbox is set up at start; what can change while it runs is {@link org.enlacehub.sandbox.twilio.Faults}.
 *
 * @param productUrl address of the product, to which inbound messages are posted; absent: the server that the sandbox runs in
 * @param folder where the book is kept over restarts; absent: in memory only
 * @param bookSize most messages that the book remembers; the oldest go first
 * @param textsKept most messages of which the text is remembered as well
 * @param smtpPort port of the SMTP server on 127.0.0.1; 0 takes a free one
 * @param imapPort port of the IMAP server on 127.0.0.1; 0 takes a free one
 * @param mailsKept most mails that are remembered
 * @param mailBytesKept most bytes of mail that are remembered
 */
@ConfigurationProperties("sandbox")
public record SandboxSettings(
    @Nullable String productUrl,
    @Nullable String folder,
    @Bindable(defaultValue = "1000000") int bookSize,
    @Bindable(defaultValue = "100000") int textsKept,
    @Bindable(defaultValue = "0") int smtpPort,
    @Bindable(defaultValue = "0") int imapPort,
    @Bindable(defaultValue = "20000") int mailsKept,
    @Bindable(defaultValue = "100000000") long mailBytesKept) {}
