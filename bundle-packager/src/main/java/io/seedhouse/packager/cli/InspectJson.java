package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.terminal.Json;
import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.metainfo.Details;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A torrent as a JSON object; what it does not say is null or an empty list. */
final class InspectJson {
    private InspectJson() {}

    static String of(Metainfo torrent) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", torrent.name());
        fields.put("version", torrent.version().name().toLowerCase(Locale.ROOT));
        fields.put("infohashV1", torrent.infohashV1Hex().orElse(null));
        fields.put("infohashV2", torrent.infohashV2Hex().orElse(null));
        fields.put("magnet", torrent.magnet());
        fields.put("pieceLength", torrent.pieceLength());
        fields.put("pieces", torrent.layout().count());
        fields.put("bytes", torrent.length());
        fields.put("singleFile", torrent.singleFile());
        fields.put("files", torrent.files().stream().map(InspectJson::file).toList());
        addDetails(fields, torrent.details());
        return Json.object(fields);
    }

    private static Map<String, Object> file(TorrentFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", file.path());
        fields.put("bytes", file.length());
        fields.put("access", InspectCommand.access(file));
        fields.put("executable", file.attributes().contains(Attribute.EXECUTABLE));
        fields.put("hidden", file.attributes().contains(Attribute.HIDDEN));
        return fields;
    }

    private static void addDetails(Map<String, @Nullable Object> fields, Details details) {
        fields.put("trackers", details.trackerTiers());
        fields.put("webSeeds", details.webSeeds());
        fields.put("private", details.isPrivate());
        fields.put("source", details.source().orElse(null));
        fields.put("similar", details.similar());
        fields.put("collections", details.collections());
        fields.put("comment", details.comment().orElse(null));
        fields.put("created", details.created().map(Object::toString).orElse(null));
        fields.put("createdBy", details.createdBy().orElse(null));
    }
}
