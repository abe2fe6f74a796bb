package io.seedhouse.tracker.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class BatchDatagramsTest implements DatagramsContract {
    @Override
    public Datagrams bind(InetSocketAddress address) throws IOException {
        return BatchDatagrams.bind(address);
    }
}
