package io.seedhouse.publisher.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "9949, 9.9 kB",
        "9950, 10 kB",
        "13782666, 14 MB",
        "4100000000, 4.1 GB",
        "5000000000000000, 5000 TB",
    })
    void writesSizesWithTwoFigures(long bytes, String words) {
        assertEquals(words, Sizes.of(bytes));
    }
}
