package dev.weft.processor.check;

import java.util.List;

/**
 * What one look at a class brought.
 *
 * @param sites what is asynchronous in it, in source order
 * @param findings what is wrong with it, in source order
 */
public record Checked(List<Site> sites, List<Finding> findings) {}
