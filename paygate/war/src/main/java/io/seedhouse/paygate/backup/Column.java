package io.seedhouse.paygate.backup;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column, and its values as text.
 *
 * @param type of {@link Types}
 * @param typeName as the database calls it
 * @param counts whether the database numbers new rows by it
 */
record Column(String name, int type, String typeName, boolean counts) {

    private enum Kind {
        BYTES,
        UUID,
        MOMENT,
        LOCAL_TIME,
        TRUTH,
        NUMBER,
        TEXT
    }

    /**
     * @throws SQLException when it is of a type that no backup can hold
     */
    private Kind kind() throws SQLException {
        var named = typeName.toLowerCase(Locale.ROOT);
        if (named.equals("uuid")) {
            return Kind.UUID;
        }
        if (named.equals("timestamptz")) {
            return Kind.MOMENT;
        }
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BYTES;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
            case Types.TIMESTAMP -> Kind.LOCAL_TIME;
            case Types.BOOLEAN, Types.BIT -> Kind.TRUTH;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                    Kind.NUMBER;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> Kind.TEXT;
            default ->
                    throw new SQLException(
                            "no backup can hold the column %s of type %s"
                                    .formatted(name, typeName));
        };
    }

    @Nullable String read(ResultSet row, int at) throws SQLException {
        return switch (kind()) {
            case BYTES -> text(row.getBytes(at));
            case MOMENT -> text(row.getObject(at, OffsetDateTime.class));
            case LOCAL_TIME -> text(row.getObject(at, LocalDateTime.class));
            case UUID, TRUTH, NUMBER, TEXT -> row.getString(at);
        };
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    void write(PreparedStatement row, int at, @Nullable String text) throws SQLException {
        if (text == null) {
            row.setNull(at, type);
            return;
        }
        switch (kind()) {
            case BYTES -> row.setBytes(at, Base64.getDecoder().decode(text));
            case UUID -> row.setObject(at, UUID.fromString(text));
            case MOMENT -> row.setObject(at, OffsetDateTime.parse(text));
            case LOCAL_TIME -> row.setObject(at, LocalDateTime.parse(text));
            case TRUTH -> row.setBoolean(at, text.equals("t") || Boolean.parseBoolean(text));
            case NUMBER -> row.setObject(at, new BigDecimal(text), type);
            case TEXT -> row.setString(at, text);
        }
    }
}
