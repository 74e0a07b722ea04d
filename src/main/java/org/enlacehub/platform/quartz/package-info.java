/**
 * Quartz wired to our pool and beans; the only place besides thin jobs that knows its types.
 */
package org.enlacehub.platform.quartz;
