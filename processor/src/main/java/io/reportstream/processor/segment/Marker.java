package io.reportstream.processor.segment;

/**
 * The number or word that opens a part.
 *
 * @param number place in its list, from 1; 0 where the style does not count
 * @param end offset behind the marker and the white space that follows it
 */
record Marker(Style style, int number, int end) {}
