package dev.weft.eject;

import dev.weft.eject.lower.Unejectable;
import java.util.List;

/**
 * What ejecting a file came to.
 *
 * @param text the file as plain Java; as it was if there are refusals
 * @param refusals what cannot be kept of it
 */
public record Ejection(String text, List<Unejectable> refusals) {}
