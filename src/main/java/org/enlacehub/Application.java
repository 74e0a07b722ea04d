package org.enlacehub;
public final class Application { public static void main(String[] a) { System.out.println("hi"); } }
