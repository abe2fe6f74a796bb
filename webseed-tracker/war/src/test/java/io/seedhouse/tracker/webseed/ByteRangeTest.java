package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0|0|0",
                "bytes=0-99|0|99",
                "bytes=0-100|0|99",
                "bytes=99-|99|99",
                "bytes=10-|10|99",
                "bytes=-1|99|99",
                "bytes=-100|0|99",
                "bytes=-500|0|99",
                "BYTES=5-6|5|6",
                "bytes= 5-6|5|6",
                "bytes=0-99999999999999999999999|0|99",
                "bytes=5-6,20-30|5|6",
                "bytes=200-300, 20-30|20|30"
            })
    void isThePartAskedForAsFarAsTheFileGoes(String header, long first, long last) {
        assertEquals(new ByteRange.Part(first, last), ByteRange.parse(header, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=100-", "bytes=100-200", "bytes=5-4", "bytes=-0", "bytes=-", "bytes=",
                "bytes=a-b", "bytes=1-2-3", "bytes=--1", "bytes=,", "bytes=0x1-2", "bytes=\u0661-",
                "bytes=99999999999999999999999-"
            })
    void cannotBeSatisfiedWhenItIsOutsideOrNoRange(String header) {
        assertInstanceOf(ByteRange.Unsatisfiable.class, ByteRange.parse(header, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lines=1-2", "bytes", "0-5"})
    void isTheWholeFileWithoutARangeInBytes(String header) {
        assertInstanceOf(ByteRange.Whole.class, ByteRange.parse(header, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1"})
    void cannotBePartOfAnEmptyFile(String header) {
        assertInstanceOf(ByteRange.Unsatisfiable.class, ByteRange.parse(header, 0));
    }
}
