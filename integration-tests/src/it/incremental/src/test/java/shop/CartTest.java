package shop;

import static dev.weft.Weft.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.weft.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CartTest {

    @Test
    @Async
    void total() throws Exception {
        assertEquals(Integer.getInteger("expected"), await(new Cart().total(100)));
    }

    @Test
    void oneBodyForEachMethod() {
        for (Class<?> type : List.of(Cart.class, Tax.class)) {
            var bodies = new ArrayList<String>();
            for (var method : type.getDeclaredMethods()) {
                if (method.isSynthetic() && method.getReturnType() == Object.class) {
                    bodies.add(method.getName());
                }
            }
            assertEquals(Set.copyOf(bodies).size(), bodies.size(), type + ": " + bodies);
        }
    }
}
