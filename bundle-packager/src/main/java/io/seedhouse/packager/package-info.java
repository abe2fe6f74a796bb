/**
 * Makes, checks and opens bundles: films encrypted file by file with age, together in one torrent.
 * A plain library; it needs no server and keeps no state but in files.
 *
 * <p>A bundle, from film to film:
 *
 * {@snippet lang = java :
 * Identity identity = Identity.generate(); // keep identity.secret(); it opens the film
 * int pieceLength = PieceLength.forTotal(Files.size(film));
 * FileSealer sealer = new FileSealer(pieceLength);
 * String path = Access.PAID.pathOf("film.mp4"); // locked/film.mp4.age
 * Files.createDirectories(folder.resolve(path).getParent());
 * SealedFile sealed =
 *         sealer.encrypt(film, folder.resolve(path), identity.recipient(), path, bytes -> {});
 * Metainfo torrent =
 *         new BundleTorrent("Tide", pieceLength, List.of(sealed))
 *                 .trackers(List.of("https://tracker.example/announce"))
 *                 .build();
 * Files.write(torrentFile, torrent.bytes());
 *
 * List<Flaw> flaws = new Verifier(Metainfo.read(torrentFile)).verify(folder, bytes -> {});
 * new Unlocker(List.of(identity)).unlock(folder, out, System.out::println, bytes -> {});
 * }
 *
 * <p>{@code packing.Packer} does all of that for many files, with keys file, README and resumption.
 * {@code keys} holds identities and keyrings, {@code encryption} reads and writes age files, {@code
 * metainfo} reads any torrent, {@code writing} makes one of given hashes. What takes long reports
 * bytes done on the calling thread and stops within a second when that is interrupted. Bad input is
 * a checked exception with one sentence; a caller's mistake is an {@link
 * java.lang.IllegalArgumentException}. No message holds a secret.
 */
@NullMarked
package io.seedhouse.packager;

import org.jspecify.annotations.NullMarked;
