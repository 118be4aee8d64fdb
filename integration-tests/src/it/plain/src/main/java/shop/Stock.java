package shop;

import static dev.weft.Weft.*;

import dev.weft.*;
import java.util.ArrayList;
import java.util.List;

/** Goods that come one by one. */
public class Stock implements AsyncCloseable {

    private final List<String> goods;
    private boolean open = true;

    public Stock(List<String> goods) {
        this.goods = goods;
    }

    @Override
    @Async
    public Coroutine<Void> closeAsync() {
        await(yieldNow());
        open = false;
        return done();
    }

    public boolean isOpen() {
        return open;
    }

    @Async
    public AsyncGenerator<String> goods() {
        for (String one : goods) {
            await(yieldNow());
            emit(one);
        }
        return end();
    }

    @Async
    public Coroutine<String> first(String prefix) {
        String found = "";
        try (var closed = this) {
            for (String one : each(goods())) {
                if (one.startsWith(prefix)) {
                    found = one;
                    break;
                }
            }
        }
        return done(found);
    }

    @Async
    public static Coroutine<List<String>> firsts(List<Stock> all, String prefix) {
        var tasks = new ArrayList<Task<String>>();
        try (var group = new TaskGroup()) {
            for (Stock stock : all) tasks.add(group.createTask(stock.first(prefix)));
        }
        return done(tasks.stream().map(Task::result).toList());
    }
}
