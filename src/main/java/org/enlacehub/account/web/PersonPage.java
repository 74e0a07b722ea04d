package org.enlacehub.account.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.ApiToken;
import org.enlacehub.account.Staff;

/**
 * One member of staff.
 *
 * @param errors key of a text by field; the field {@code id} is the person as a whole
 * @param password a password that was just made, shown this once; null mostly
 * @param self it is the reader's own account
 */
@Introspected
public record PersonPage(Staff person, List<ApiToken> tokens, Map<String, String> errors, @Nullable String password, boolean self) {}
