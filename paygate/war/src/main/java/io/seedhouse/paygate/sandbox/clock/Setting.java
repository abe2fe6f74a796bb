package io.seedhouse.paygate.sandbox.clock;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** One wish of a test that outlives a restart. */
@Entity
@Table(name = "paygate_sandbox_setting")
public class Setting {
    @Id private String name;
    private String wish;

    protected Setting() {}

    private Setting(String name, String wish) {
        this.name = name;
        this.wish = wish;
    }

    /** The wish, where there is one. */
    public static Optional<String> read(EntityManager db, String name) {
        return Optional.ofNullable(db.find(Setting.class, name)).map(setting -> setting.wish);
    }

    /** Sets it. */
    public static void write(EntityManager db, String name, String wish) {
        db.merge(new Setting(name, wish));
    }

    /** Back to how it is without any wish. */
    public static void clear(EntityManager db, String name) {
        Optional.ofNullable(db.find(Setting.class, name)).ifPresent(db::remove);
    }
}
