/**
 * How a part of the product tells whether it works. Must not know any part; each room has its own indicator.
 */
package org.enlacehub.platform.health;
