package dev.weft.benchmarks.threads;

import dev.weft.benchmarks.Resource;

final class Resources {

    private Resources() {}

    private interface Closing extends AutoCloseable {

        @Override
        void close();
    }

    static int closed(int times) {
        var resource = new Resource();
        Closing closing = resource::close;
        for (int i = 0; i < times; i++) {
            try (closing) {
                resource.use();
            }
        }
        return resource.uses();
    }
}
