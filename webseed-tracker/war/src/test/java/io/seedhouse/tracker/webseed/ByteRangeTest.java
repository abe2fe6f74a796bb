package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.webseed.ByteRange.Part;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
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
                "bytes=200-300, 20-30|20|30",
                "bytes=5-6,5-6|5|6",
                "bytes=0-,-100,50-60|0|99",
                "bytes=5-6,7-9,10-20|5|20"
            })
    void isThePartAskedForAsFarAsTheFileGoes(String header, long first, long last) {
        assertEquals(
                new ByteRange.Parts(List.of(new Part(first, last))), ByteRange.parse(header, 100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-9,1000-1009|[0-9, 1000-1009]",
                "bytes=1000-1009,0-9|[1000-1009, 0-9]",
                "bytes=-10, 20000-, 0-0 ,7-3,-0|[9990-9999, 0-0]",
                "bytes=0-9,90-99|[0-99]",
                "bytes=0-9,91-99|[0-9, 91-99]",
                "bytes=0-9,5000-5009,2000-2009,9-5005|[0-5009]",
                "bytes=5000-5009,2000-2009,0-9,2005-2020|[5000-5009, 2000-2020, 0-9]",
                "bytes=0-9,200-209,8000-8009,100-150|[0-9, 100-209, 8000-8009]",
                "bytes=280-309,100-109,200-209,110-199|[100-309]"
            })
    void areSeveralPartsInTheOrderAskedForUnlessTheyOverlapOrNearlyTouch(
            String header, String parts) {
        ByteRange.Parts read = (ByteRange.Parts) ByteRange.parse(header, 10_000);
        assertEquals(
                parts,
                read.parts().stream().map(p -> p.first() + "-" + p.last()).toList().toString());
    }

    /** Whatever is asked for, each byte is sent at most once and every byte asked for is sent. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void holdEachByteAskedForOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            BitSet asked = new BitSet();
            StringJoiner header = new StringJoiner(",", "bytes=", "");
            for (int i = random.nextInt(1, ByteRange.MOST + 1); i > 0; i--) {
                int first = random.nextInt(3000);
                int last = first + random.nextInt(round % 2 == 0 ? 20 : 1000);
                asked.set(first, Math.min(3000, last + 1));
                header.add(first + "-" + last);
            }
            BitSet sent = new BitSet();
            for (Part part : ((ByteRange.Parts) ByteRange.parse(header.toString(), 3000)).parts()) {
                assertTrue(sent.get((int) part.first(), (int) part.last() + 1).isEmpty());
                sent.set((int) part.first(), (int) part.last() + 1);
            }
            asked.andNot(sent);
            assertTrue(asked.isEmpty(), header.toString());
            assertTrue(sent.length() <= 3000);
        }
    }

    @Test
    void areRefusedWhenThereAreMoreThanAnybodyNeeds() {
        String most = "0-0,".repeat(ByteRange.MOST - 1) + "500-";
        assertInstanceOf(ByteRange.Parts.class, ByteRange.parse("bytes=" + most, 1000));
        String more = "0-0,".repeat(ByteRange.MOST) + "500-";
        assertInstanceOf(ByteRange.Unsatisfiable.class, ByteRange.parse("bytes=" + more, 1000));
        String flood = "0-0,".repeat(100_000);
        assertInstanceOf(ByteRange.Unsatisfiable.class, ByteRange.parse("bytes=" + flood, 1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=100-",
                "bytes=100-200",
                "bytes=5-4",
                "bytes=-0",
                "bytes=-",
                "bytes=",
                "bytes=a-b",
                "bytes=5-6,a-b",
                "bytes=1-2-3",
                "bytes=--1",
                "bytes=,",
                "bytes=0x1-2",
                "bytes=\u0661-",
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
