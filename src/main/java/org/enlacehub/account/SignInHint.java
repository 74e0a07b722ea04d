package org.enlacehub.account;

/**
 * A demonstration account that the sign-in page may offer; the sandbox provides beans of this type, and the page shows them only
 * while the sandbox is on.
 *
 * @param role whose desk or work it is
 * @param password in plain, which is why it exists in demonstrations only
 */
public record SignInHint(String email, String password, Role role) {}
