package io.seedhouse.publisher.cutting;

import io.seedhouse.publisher.film.Video;

import org.jspecify.annotations.Nullable;

/** Filters that bring pictures into a form that every screen shows. */
final class Look {
    /** From the brightness of an HDR screen to that of an ordinary one. */
    private static final String ORDINARY =
            "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=hable:desat=0,"
                    + "zscale=t=bt709:m=bt709:r=tv,format=yuv420p,";

    private Look() {}

    /** Square pixels within an upright or lying rectangle of these sides; never larger. */
    static String within(@Nullable Video video, int longer, int shorter) {
        String bright = video != null && video.hdr() ? ORDINARY : "";
        return bright
                + "scale=w='trunc(iw*max(sar,0.01)/2)*2':h='trunc(ih/2)*2':flags=bicubic,setsar=1,"
                + "scale=w='min(iw,if(gte(iw,ih),%1$d,%2$d))':h='min(ih,if(gte(iw,ih),%2$d,%1$d))'"
                        .formatted(longer, shorter)
                + ":force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos";
    }
}
