package org.enlacehub.account.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.ApiToken;
import org.enlacehub.account.Staff;

/**
 * One's own profile.
 *
 * @param errors key of a text by field of the password form
 * @param secret a token that was just made, shown this once; null mostly
 */
@Introspected
public record ProfilePage(Staff person, boolean administrator, List<ApiToken> tokens, Map<String, String> errors, @Nullable String secret) {}
