package io.reportstream.service;

/**
 * The answer of {@link Component#check()}.
 *
 * @param detail why not, for people; empty when up
 */
public record Health(boolean up, String detail) {
    public static Health ok() {
        return new Health(true, "");
    }

    public static Health down(String detail) {
        return new Health(false, detail);
    }
}
