/**
 * Gives what nobody has taken to officers who are here: by turn or to the one with least to do, by the languages that they speak.
 * Urgent matters are not among it: they ring, and whoever is called takes them.
 */
package org.enlacehub.inquiry.assignment;
