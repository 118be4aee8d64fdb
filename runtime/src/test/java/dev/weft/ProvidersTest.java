package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.loop.Clock;
import dev.weft.loop.Driver;
import dev.weft.loop.EventLoopProvider;
import dev.weft.loop.FailureHandler;
import dev.weft.loop.NioLoop;
import dev.weft.loop.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    public static final class Recording implements EventLoopProvider {
        @Override
        public String name() {
            return "recording";
        }

        @Override
        public Driver open(Clock clock, FailureHandler failures) {
            return new NioLoop(clock, failures);
        }
    }

    @Test
    void aProviderIsFoundByItsName() {
        assertThat(Providers.find("nio")).isSameAs(NioLoop.PROVIDER);
        EventLoopProvider found = Providers.find("recording");
        assertThat(found).isInstanceOf(Recording.class);
        try (EventLoop loop = EventLoop.create(found, new VirtualClock())) {
            assertThat(loop.runUntilComplete(Weft.sleep(Duration.ofDays(1), "ran")))
                    .isEqualTo("ran");
        }
        assertThatThrownBy(() -> Providers.find("none"))
                .hasMessageContaining("\"none\"")
                .hasMessageContaining("weft.loop");
    }
}
