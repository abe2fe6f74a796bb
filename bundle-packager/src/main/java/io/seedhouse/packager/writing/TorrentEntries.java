package io.seedhouse.packager.writing;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.metainfo.Details;
import java.util.List;

/** The entries beside the info dictionary, which do not change the infohash. */
final class TorrentEntries {
    private TorrentEntries() {}

    static BencodeDictionary.Builder of(Details details) {
        var top = BencodeDictionary.builder();
        List<String> trackers = details.trackerTiers().stream().flatMap(List::stream).toList();
        if (!trackers.isEmpty()) {
            top.put("announce", trackers.getFirst());
        }
        if (trackers.size() > 1) {
            top.put("announce-list", tiers(details.trackerTiers()));
        }
        if (!details.webSeeds().isEmpty()) {
            top.put("url-list", BencodeList.ofTexts(details.webSeeds()));
        }
        details.created().ifPresent(time -> top.put("creation date", time.getEpochSecond()));
        details.comment().ifPresent(text -> top.put("comment", text));
        details.createdBy().ifPresent(program -> top.put("created by", program));
        return top;
    }

    private static BencodeList tiers(List<List<String>> tiers) {
        List<BencodeValue> lists =
                List.copyOf(
                        tiers.stream()
                                .filter(tier -> !tier.isEmpty())
                                .map(BencodeList::ofTexts)
                                .toList());
        return new BencodeList(lists);
    }
}
