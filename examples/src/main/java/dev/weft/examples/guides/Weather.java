package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;

/** Asks a service that a test replaces by another one. */
final class Weather {
    /** Tells temperatures. */
    interface Thermometer {
        @Async
        Coroutine<Integer> celsius(String city);
    }

    private final Thermometer thermometer;

    Weather(Thermometer thermometer) {
        this.thermometer = thermometer;
    }

    @Async
    Coroutine<String> describe(String city) {
        int celsius = await(thermometer.celsius(city));
        return done(celsius > 30 ? "Hot" : celsius > 15 ? "Warm" : "Cold");
    }

    @Async
    static Coroutine<Integer> distantThermometer(String city) {
        await(sleep(Duration.ofSeconds(2)));
        return done(city.length() * 5);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        Weather weather = new Weather(Weather::distantThermometer);
        System.out.println(await(weather.describe("Oslo")) + " after " + time);
    }
}
