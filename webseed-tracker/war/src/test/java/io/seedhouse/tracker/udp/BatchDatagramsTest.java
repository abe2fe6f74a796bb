package io.seedhouse.tracker.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class BatchDatagramsTest implements DatagramsContract {
    @Override
    public Datagrams bind(InetSocketAddress address) throws IOException {
        return BatchDatagrams.bind(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void answersFromTheAddressThatWasAsked(String bound) throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.ofLiteral(bound), 0);
        try (UdpServer server = UdpServer.start(bind(any), new DatagramsContract.Echo());
                DatagramSocket client = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            client.setSoTimeout(10_000);
            for (String asked : List.of("127.0.0.9", "127.0.0.1", "127.0.0.77")) {
                client.disconnect();
                client.connect(InetAddress.ofLiteral(asked), server.port());
                client.send(new DatagramPacket(new byte[] {1, 2, 3}, 3));
                DatagramPacket answer = new DatagramPacket(new byte[9], 9);
                client.receive(answer); // a connected socket takes answers from there alone
                assertEquals(3, answer.getLength());
            }
        }
    }
}
