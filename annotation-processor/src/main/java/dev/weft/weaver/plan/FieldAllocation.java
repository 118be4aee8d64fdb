package dev.weft.weaver.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each value that is ever saved a field: as few fields as will do, and for one local the same
 * field everywhere. Values of one type that are never saved together share a field.
 */
final class FieldAllocation {

    /** What wants a field: a local or an operand, of one type. */
    record Claim(boolean operand, int position, String descriptor) {}

    private final Map<Claim, Set<Claim>> together = new LinkedHashMap<>();
    private final Map<Claim, FrameField> fields = new HashMap<>();
    private final List<FrameField> all = new ArrayList<>();

    /** The claims of one suspension point. */
    void require(List<Claim> claims) {
        for (Claim claim : claims) {
            together.computeIfAbsent(claim, c -> new HashSet<>()).addAll(claims);
        }
    }

    /** Decides, once all is known. */
    void allocate() {
        for (Map.Entry<Claim, Set<Claim>> entry : together.entrySet()) {
            Claim claim = entry.getKey();
            Set<FrameField> taken = new HashSet<>();
            for (Claim other : entry.getValue()) {
                if (fields.containsKey(other)) taken.add(fields.get(other));
            }
            fields.put(claim, freeField(claim.descriptor(), taken));
        }
    }

    private FrameField freeField(String descriptor, Set<FrameField> taken) {
        for (FrameField field : all) {
            if (field.descriptor().equals(descriptor) && !taken.contains(field)) return field;
        }
        FrameField field = new FrameField("v" + all.size(), descriptor);
        all.add(field);
        return field;
    }

    FrameField fieldOf(Claim claim) {
        return fields.get(claim);
    }

    List<FrameField> fields() {
        return List.copyOf(all);
    }
}
