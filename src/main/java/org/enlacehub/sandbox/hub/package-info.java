/**
 * What the phone page shows of the product that it runs in: the person as the hub knows them, and the hub's decisions with their reasons.
 * Only within the product; reads through the rooms' own services and changes nothing.
 */
package org.enlacehub.sandbox.hub;
