/**
 * What every room stands on: database, encryption, ids, clock, Quartz wiring, configuration files, problem responses.
 * It knows no domain noun and depends on no other room.
 */
package org.enlacehub.platform;
