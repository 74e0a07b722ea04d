/**
 * The doors of the account room: who a request comes from, what a browser may send, JSON API, pages under /ajustes.
 * Rules of accounts are not here but in {@link org.enlacehub.account}.
 */
package org.enlacehub.account.web;
