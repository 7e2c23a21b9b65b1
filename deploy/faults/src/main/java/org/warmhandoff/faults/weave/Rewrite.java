package org.warmhandoff.faults.weave;

/** One change of a program's class files that brings back a fault of the past. */
public sealed interface Rewrite {

  /** The class it changes, as class files name it. */
  String type();

  /** The method does nothing, and returns nothing: null, zero or false. */
  record Nothing(String type, String method) implements Rewrite {}

  /** The method returns this number; 0 and 1 are false and true. */
  record Says(String type, String method, int answer) implements Rewrite {}

  /** The method returns a constant of an enum. */
  record Gives(String type, String method, String enumType, String constant) implements Rewrite {}

  /** A text in the class, most often SQL, is another. */
  record Text(String type, String from, String to) implements Rewrite {}

  /** Where a static constant is read in a method, another of the same type is. */
  record Constant(String type, String method, String from, String to) implements Rewrite {}

  /**
   * A call inside a method is left out.
   *
   * @param instead what it is taken to have returned, where that is a number or a boolean
   */
  record WithoutCall(String type, String method, String called, int instead) implements Rewrite {}
}
