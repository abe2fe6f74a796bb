package io.seedhouse.tracker.udp;

import java.io.IOException;
import java.net.InetSocketAddress;

class ChannelDatagramsTest implements DatagramsContract {
    @Override
    public Datagrams bind(InetSocketAddress address) throws IOException {
        return ChannelDatagrams.bind(address);
    }
}
