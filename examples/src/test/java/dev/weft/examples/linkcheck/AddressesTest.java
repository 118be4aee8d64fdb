package dev.weft.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    private static final URI PAGE = URI.create("http://localhost:8080/a/b.html?q=1");

    @ParameterizedTest
    @CsvSource({
        "c.html, http://localhost:8080/a/c.html",
        "../c.html#x, http://localhost:8080/c.html",
        "../../../c.html, http://localhost:8080/c.html",
        "/c, http://localhost:8080/c",
        "#x, http://localhost:8080/a/b.html?q=1",
        "'', http://localhost:8080/a/b.html?q=1",
        "?q=2, http://localhost:8080/a/b.html?q=2",
        "' c d.html ', http://localhost:8080/a/c%20d.html",
        "ä.html, http://localhost:8080/a/%C3%A4.html",
        "A<B>.html, http://localhost:8080/a/A%3CB%3E.html",
        "//Other.org, http://other.org/",
        "HTTPS://other.org/x, https://other.org/x",
        "mailto:me@other.org, mailto:me@other.org",
        "'javascript:show(8);', javascript:show(8);",
    })
    void resolvesAsABrowserDoes(String link, URI expected) {
        assertThat(Addresses.resolve(PAGE, link)).isEqualTo(expected);
    }

    @Test
    void knowsWhatIsNoAddress() {
        assertThat(Addresses.resolve(PAGE, "http://[broken")).isNull();
    }

    @Test
    void takesFragmentAsWritten() {
        assertThat(Addresses.fragment("b.html#%3Cinit%3E()")).isEqualTo("%3Cinit%3E()");
        assertThat(Addresses.decoded("%3Cinit%3E(a+b)")).isEqualTo("<init>(a+b)");
        assertThat(Addresses.decoded("100%")).isEqualTo("100%");
        assertThat(Addresses.fragment("b.html")).isEmpty();
    }

    @Test
    void tellsSitesApartByServer() {
        assertThat(Addresses.sameSite(PAGE, URI.create("http://localhost:8080/z"))).isTrue();
        assertThat(Addresses.sameSite(PAGE, URI.create("http://localhost:8081/z"))).isFalse();
        assertThat(Addresses.sameSite(PAGE, URI.create("https://localhost:8080/z"))).isFalse();
        assertThat(Addresses.sameSite(PAGE, URI.create("mailto:me"))).isFalse();
    }
}
