package org.enlacehub.delivery;

/** Published when a lane stops because our account or settings are refused; someone must look. */
public record LaneStopped(String lane, String code) {}
