package io.reportstream.processor.classify;

import io.reportstream.contract.Label;

/**
 * What a sentence is about.
 *
 * @param confidence chance that the label is right, 0 to 1
 */
public record Judgement(Label label, double confidence) {}
