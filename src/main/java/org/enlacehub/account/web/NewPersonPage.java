package org.enlacehub.account.web;

import io.micronaut.core.annotation.Introspected;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Role;

/** The form for a new account, with what was typed and what is wrong with it. */
@Introspected
public record NewPersonPage(String name, String email, Set<Role> roles, String desk, Map<String, String> errors) {}
