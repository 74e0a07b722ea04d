package org.enlacehub.console;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.util.List;
import org.enlacehub.account.SignInHint;

/**
 * The sign-in page.
 *
 * @param email what was typed, to be corrected
 * @param go where to go afterwards; empty for the start page
 * @param error key of the text that says why it did not work; null at first
 * @param pause how long to wait, with the error of too many failures
 */
@Introspected
public record EntryPage(String email, String go, @Nullable String error, @Nullable Duration pause, List<SignInHint> hints) {}
