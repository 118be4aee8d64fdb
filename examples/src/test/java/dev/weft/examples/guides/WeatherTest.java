package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tests with a stand-in for a service: a lambda that notes its calls. */
class WeatherTest {
    private final List<String> asked = new ArrayList<>();

    private Weather weatherAt(int celsius) {
        return new Weather(
                city -> {
                    asked.add(city);
                    return done(celsius);
                });
    }

    @Test
    @Async
    @DisplayName("002-44: a stand-in answers and notes who asked")
    void asksOnceForTheCity() {
        assertThat(await(weatherAt(35).describe("Oslo"))).isEqualTo("Hot");
        assertThat(asked).containsExactly("Oslo");
    }

    @Test
    @Async
    void describesWhatTheThermometerTells() {
        assertThat(await(weatherAt(5).describe("Oslo"))).isEqualTo("Cold");
        assertThat(await(weatherAt(15).describe("Oslo"))).isEqualTo("Cold");
        assertThat(await(weatherAt(16).describe("Oslo"))).isEqualTo("Warm");
        assertThat(await(weatherAt(30).describe("Oslo"))).isEqualTo("Warm");
        assertThat(await(weatherAt(31).describe("Oslo"))).isEqualTo("Hot");
    }

    @Test
    @DisplayName("002-44: the program, with the service that it is made for")
    void weather() throws Exception {
        assertThat(Ran.program(Weather::main).output()).isEqualTo("Warm after 2.0 s\n");
    }
}
