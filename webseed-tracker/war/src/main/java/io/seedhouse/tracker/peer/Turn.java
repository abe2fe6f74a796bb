package io.seedhouse.tracker.peer;

import java.nio.ByteBuffer;

/** What is to be done after listening to a client. */
sealed interface Turn {
    /** It has not finished its sentence. */
    record Listen() implements Turn {}

    /** It is to be told this. */
    record Say(ByteBuffer bytes) implements Turn {}

    /** There is nothing for it here. */
    record End() implements Turn {}

    Turn LISTEN = new Listen();
    Turn END = new End();
}
